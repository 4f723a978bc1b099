// A search box that proposes documents while one types: an ARIA combobox with a list below it.

interface Suggestion {
  id: string;
  name: string;
  facts: string;
  title: string;
  href: string;
}

const WAIT_MS = 60;

/** A hidden field that carries the chosen document's id while the box shows its name; typing takes it back. */
function standIn(input: HTMLInputElement): (suggestion: { id: string; name: string }) => void {
  const name = input.name;
  const hidden = document.createElement("input");
  hidden.type = "hidden";
  input.after(hidden);
  input.addEventListener("input", () => {
    hidden.removeAttribute("name");
    input.name = name;
  });
  const take = (suggestion: { id: string; name: string }): void => {
    input.removeAttribute("name");
    hidden.name = name;
    hidden.value = suggestion.id;
    input.value = suggestion.name;
  };
  if (input.dataset.shown) take({ id: input.value, name: input.dataset.shown });
  return take;
}

/** With `data-fill` a choice fills the form, and sends it where that says "submit"; else it opens its page. */
export function attachSuggestions(input: HTMLInputElement): void {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggestLabel ?? "");
  list.hidden = true;
  const holder = document.createElement("span");
  holder.className = "suggest";
  input.replaceWith(holder);
  holder.append(input, list);
  for (const [name, value] of Object.entries({
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);
  const fill = input.dataset.fill === undefined ? undefined : standIn(input);
  if (input.autofocus) input.focus({ preventScroll: true });

  let found: Suggestion[] = [];
  let chosen = -1;
  let timer = 0;
  let asking: AbortController | undefined;

  const close = (): void => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (index: number): void => {
    chosen = index;
    list.querySelectorAll("li").forEach((item, place) => item.setAttribute("aria-selected", String(place === index)));
    const item = list.children[index];
    if (item) {
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };

  const take = (suggestion: Suggestion): void => {
    close();
    if (input.dataset.fill === undefined) {
      window.location.assign(suggestion.href);
      return;
    }
    fill?.({ id: suggestion.id, name: [suggestion.name, suggestion.facts].filter(Boolean).join(" · ") });
    if (input.dataset.fill === "submit") input.form?.requestSubmit();
  };

  const show = (): void => {
    list.replaceChildren(
      ...found.map((suggestion, index) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        for (const part of ["name", "facts", "title"] as const) {
          if (!suggestion[part]) continue;
          const span = document.createElement("span");
          span.className = `suggestion-${part}`;
          span.textContent = suggestion[part];
          item.append(span);
        }
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(suggestion);
        });
        return item;
      }),
    );
    list.hidden = found.length === 0;
    chosen = -1;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };

  const ask = async (): Promise<void> => {
    const words = input.value.trim();
    asking?.abort();
    if (!words) {
      close();
      return;
    }
    asking = new AbortController();
    const signal = asking.signal;
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(words)}`, { signal });
      if (!answer.ok) return;
      found = (await answer.json()) as Suggestion[];
      if (!signal.aborted && document.activeElement === input) show();
    } catch {
      // Aborted by the next letter, or the server went away: the form still searches.
    }
  };

  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), WAIT_MS);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length && !list.hidden) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((chosen + step + found.length + (chosen < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      const suggestion = found[chosen];
      if (suggestion) {
        event.preventDefault();
        take(suggestion);
      }
    }
  });
}
