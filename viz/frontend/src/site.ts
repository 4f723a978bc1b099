// Runs on every page: the fonts, the type-ahead of search boxes, shortcuts.
import "./fonts.css";
import { attachSuggestions } from "./suggest";

for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) attachSuggestions(input);

// "/" leads to the search box from anywhere, as in the tools that people know.
document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  if (event.key !== "/" || event.ctrlKey || event.metaKey || target.closest("input, textarea, select, [contenteditable]")) return;
  const box = document.querySelector<HTMLInputElement>("input[name=q]");
  if (box) {
    event.preventDefault();
    box.focus();
  }
});

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosubmit]")) {
  form.addEventListener("change", (event) => {
    if ((event.target as HTMLElement).matches("select, input[type=radio], input[type=checkbox]")) form.requestSubmit();
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
