// Elements, made of text: nothing that a name says is ever markup.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export function facts() {
  return JSON.parse(document.getElementById("facts").textContent);
}

export const counted = (number, one, many = `${one}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

// Light or dark as the system has it, or as the button says.
export function themeButton(changed) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
  dark.addEventListener("change", changed);
  return h(
    "button",
    {
      type: "button",
      id: "theme",
      title: "Light or dark",
      onclick: () => {
        document.documentElement.dataset.theme = isDark() ? "light" : "dark";
        changed();
      },
    },
    "◐",
  );
}

export const colour = (name) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
