// Verdicts on citations from the keyboard: d right, s wrong, c correct; j and k walk through the queue.

const queue = document.getElementById("queue");
const told = document.getElementById("told");
const author = document.getElementById("author") as HTMLInputElement | null;
const token = document.getElementById("token") as HTMLInputElement | null;

function tell(text: string): void {
  if (!told) return;
  told.textContent = text;
  told.hidden = !text;
}

function cards(): HTMLElement[] {
  return [...(queue?.querySelectorAll<HTMLElement>("li[data-target]") ?? [])];
}

function step(from: HTMLElement | null, by: number): void {
  const all = cards();
  const here = from ? all.indexOf(from) : -1;
  const next = all[Math.max(0, Math.min(all.length - 1, here + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function edit(card: HTMLElement): void {
  const form = card.querySelector<HTMLElement>("div.controls");
  const button = card.querySelector<HTMLElement>("[data-edit]");
  if (!form || !button) return;
  form.hidden = !form.hidden;
  button.setAttribute("aria-expanded", String(!form.hidden));
  if (!form.hidden) form.querySelector<HTMLElement>("select")?.focus();
}

async function judge(card: HTMLElement, verdict: string): Promise<void> {
  const words = told?.dataset ?? {};
  if (!author?.value.trim() || !token?.value) {
    tell(words["wordsMissing"] ?? "");
    (author?.value.trim() ? token : author)?.focus();
    return;
  }
  const field = (name: string): string | undefined => card.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value || undefined;
  const body: Record<string, string | undefined> = { target: card.dataset.target, verdict, author: author.value.trim(), reason: field("reason") };
  if (verdict === "corrected") Object.assign(body, { relation: field("relation"), cited: field("cited") });
  card.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch("/api/v1/reviews", {
      method: "POST", headers: { "Content-Type": "application/json", Authorization: `Bearer ${token.value}` }, body: JSON.stringify(body),
    });
    if (!answer.ok) {
      const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
      tell(`${words["wordsFailed"] ?? ""} ${problem.detail ?? answer.status}`);
      return;
    }
    tell("");
    card.classList.add("judged");
    const output = card.querySelector("output");
    if (output) output.textContent = words[`words${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}`] ?? verdict;
    step(card, 1);
  } catch (error) {
    tell(`${words["wordsFailed"] ?? ""} ${String(error)}`);
  } finally {
    card.removeAttribute("aria-busy");
  }
}

queue?.addEventListener("click", (event) => {
  const button = (event.target as HTMLElement).closest<HTMLElement>("button");
  const card = button?.closest<HTMLElement>("li[data-target]");
  if (!button || !card) return;
  if (button.dataset.verdict) void judge(card, button.dataset.verdict);
  else if ("edit" in button.dataset) edit(card);
});

document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select")) return;
  const card = target.closest<HTMLElement>("li[data-target]");
  if (event.key === "j") step(card, 1);
  else if (event.key === "k") step(card, -1);
  else if (card && event.key === "d") void judge(card, "confirmed");
  else if (card && event.key === "s") void judge(card, "rejected");
  else if (card && event.key === "c") edit(card);
  else return;
  event.preventDefault();
});

// The name is kept for the next visit; the token only as long as the tab is open.
if (author && token) {
  author.value = localStorage.getItem("danchieu-author") ?? "";
  token.value = sessionStorage.getItem("danchieu-token") ?? "";
  author.addEventListener("change", () => localStorage.setItem("danchieu-author", author.value));
  token.addEventListener("change", () => sessionStorage.setItem("danchieu-token", token.value));
}

export {};
