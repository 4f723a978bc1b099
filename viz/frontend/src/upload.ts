// Sends files, follows the job that loads them, and tells the result of each.

interface Loaded {
  file: string;
  hash: string;
  number: string | null;
  citations: number;
}

interface Job {
  id: string;
  state: string;
  done: number;
  total: number;
  error?: string | null;
  report: { loaded: Loaded[]; unchanged: string[]; skipped: { file: string; reason: string; reason_en: string }[] } | null;
}

const form = document.getElementById("upload") as HTMLFormElement | null;
const files = document.getElementById("files") as HTMLInputElement | null;
const token = document.getElementById("token") as HTMLInputElement | null;
const result = document.getElementById("result");
const told = document.getElementById("told");
const bar = document.getElementById("progress") as HTMLProgressElement | null;
const rows = document.getElementById("rows");

function row(file: string, outcome: string, href?: string): void {
  const line = document.createElement("tr");
  const name = document.createElement("td");
  if (href) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = file;
    name.append(link);
  } else name.textContent = file;
  const told = document.createElement("td");
  told.textContent = outcome;
  line.append(name, told);
  rows?.append(line);
}

function show(job: Job, words: DOMStringMap): void {
  if (!told || !bar) return;
  bar.max = Math.max(1, job.total);
  bar.value = job.done;
  if (job.state === "running") {
    told.textContent = (words["wordsRunning"] ?? "").replace("%d", String(job.done)).replace("%t", String(job.total));
    return;
  }
  bar.value = bar.max;
  told.textContent = job.report ? (words["wordsDone"] ?? "") : `${words["wordsFailed"] ?? ""} ${job.error ?? ""}`;
  const vietnamese = document.documentElement.lang === "vi";
  for (const loaded of job.report?.loaded ?? [])
    row(loaded.file, `${loaded.number ?? ""} ${(words["wordsCitations"] ?? "").replace("%", String(loaded.citations))}`.trim(), `${words["document"]}${loaded.hash}`);
  for (const file of job.report?.unchanged ?? []) row(file, words["wordsUnchanged"] ?? "");
  for (const skipped of job.report?.skipped ?? []) row(skipped.file, vietnamese ? skipped.reason : skipped.reason_en);
}

async function send(form: HTMLFormElement): Promise<void> {
  if (!files?.files?.length || !result || !told || !rows) return;
  const words = form.dataset;
  result.hidden = false;
  rows.replaceChildren();
  if (!token?.value) {
    told.textContent = words["wordsToken"] ?? "";
    token?.focus();
    return;
  }
  const body = new FormData();
  for (const file of files.files) body.append("files", file);
  const answer = await fetch(form.action, { method: "POST", headers: { Authorization: `Bearer ${token.value}` }, body });
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
    told.textContent = `${words["wordsFailed"] ?? ""} ${problem.detail ?? answer.status}`;
    return;
  }
  const job = (await answer.json()) as Job;
  show(job, words);
  if (job.state !== "running") return;
  const events = new EventSource(`${words["jobs"]}${job.id}/events`);
  const receive = (event: Event): void => {
    const told = JSON.parse((event as MessageEvent<string>).data) as Job;
    show(told, words);
    if (told.state !== "running") events.close();
  };
  for (const name of ["progress", "done", "failed"]) events.addEventListener(name, receive);
}

if (form && files) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form);
  });
  const mark = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    form.classList.toggle("dropping", over);
  };
  form.addEventListener("dragover", (event) => mark(event, true));
  form.addEventListener("dragleave", (event) => mark(event, false));
  form.addEventListener("drop", (event) => {
    mark(event, false);
    if (event.dataTransfer?.files.length) files.files = event.dataTransfer.files;
  });
}
if (token) {
  token.value = sessionStorage.getItem("danchieu-token") ?? "";
  token.addEventListener("change", () => sessionStorage.setItem("danchieu-token", token.value));
}

export {};
