// A file dropped anywhere on the form is checked at once; the report comes into view.

const form = document.getElementById("draft-form") as HTMLFormElement | null;
const file = document.getElementById("draft-file") as HTMLInputElement | null;

if (form && file) {
  const mark = (event: DragEvent, over: boolean): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("dropping", over);
  };
  form.addEventListener("dragover", (event) => mark(event, true));
  form.addEventListener("dragleave", (event) => mark(event, false));
  form.addEventListener("drop", (event) => {
    mark(event, false);
    if (!event.dataTransfer?.files.length) return;
    file.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  document.getElementById("draft-text")?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}
document.getElementById("found")?.focus();

export {};
