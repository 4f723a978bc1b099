"use strict";
(() => {
  const data = JSON.parse(document.getElementById("graph-data").textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const container = document.getElementById("graph");
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const fonts = '"Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif';
  const network = new vis.Network(container, { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 200 },
    nodes: { shape: "box", margin: 9, font: { face: fonts, size: 15, color: "#16202b" } },
    edges: {
      smooth: { enabled: true, type: "cubicBezier", forceDirection: "vertical", roundness: 0.4 },
      arrows: { to: { enabled: true, scaleFactor: 0.7 } },
      selectionWidth: 2,
    },
  });
  const title = document.getElementById("panel-title");
  const text = document.getElementById("panel-text");
  const link = document.getElementById("panel-link");

  const label = (id) => nodes.get(id).label.replace(/\n/g, " ");
  // Everything below is set as text or as an attribute of our own making: document texts never become markup.
  const show = (heading, body, href) => {
    title.textContent = heading;
    text.textContent = body;
    text.hidden = !body;
    link.hidden = !href;
    if (href) link.href = href;
    document.querySelector("#panel .hint").hidden = true;
  };

  network.on("select", (event) => {
    if (event.nodes.length) {
      const details = data.details[event.nodes[0]];
      show(label(event.nodes[0]), details.detail, details.href);
    } else if (event.edges.length) {
      const edge = edges.get(event.edges[0]);
      show(`${label(edge.from)} — ${edge.relation} → ${label(edge.to)}`, edge.evidence, null);
    }
  });
  network.once("afterDrawing", () => {
    network.fit({ animation: false });
    const scale = Math.min(1.1, Math.max(0.55, network.getScale()));
    if (scale > network.getScale() && data.focus) {
      // Too large to show whole: begin at what was asked about, without empty space above or below the graph.
      const heights = data.nodes.map((node) => node.y);
      const half = container.clientHeight / scale / 2 - 60;
      const [top, bottom] = [Math.min(...heights) + half, Math.max(...heights) - half];
      const focus = network.getPosition(data.focus);
      const y = top > bottom ? (top + bottom) / 2 : Math.min(bottom, Math.max(top, focus.y));
      network.moveTo({ scale, position: { x: focus.x, y } });
    } else {
      network.moveTo({ scale });
    }
    document.body.dataset.ready = "true";
  });
  container.classList.toggle("dark", dark);
})();
