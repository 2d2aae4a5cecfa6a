"use strict";
// The reference site: theme, search, and fields that open. The pages can be read without it.

const THEME = "reference-theme";
const SHOWN = 50; // results; a longer list is narrowed by typing, not by scrolling
const root = document.documentElement;

function stored() {
  try {
    return localStorage.getItem(THEME);
  } catch {
    return null; // the browser keeps nothing
  }
}

if (stored() === "light" || stored() === "dark") root.dataset.theme = stored();

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function prepareTheme() {
  const button = document.getElementById("theme");
  const say = () => {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", `Use the ${isDark() ? "light" : "dark"} theme`);
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem(THEME, root.dataset.theme);
    } catch {} // then it is for this page only
    say();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", say);
  say();
  button.hidden = false;
}

// Fields

function reveal() {
  let id;
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return; // not an anchor of this page
  }
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let above = target.parentElement; above; above = above.parentElement) if (above.tagName === "DETAILS") above.open = true;
  const own = target.querySelector(":scope > details");
  if (own) own.open = true;
  target.scrollIntoView({ behavior: "instant" });
  const place = own ? own.querySelector("summary") : target.querySelector("a[href], code") || target;
  if (place.matches("a, summary")) place.focus({ preventScroll: true });
}

function prepareFields() {
  const list = document.querySelector("main > .fields");
  if (!list) return;
  const tools = document.createElement("div");
  tools.className = "tools";
  for (const [text, open] of [["Expand all", true], ["Collapse all", false]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => list.querySelectorAll("details").forEach((found) => (found.open = open)));
    tools.append(button);
  }
  list.before(tools);
  if (!location.hash) list.querySelectorAll("[id='spec'] > details").forEach((found) => (found.open = true));
}

// Search

let entries = null;

function prepared() {
  entries ??= REFERENCE.map(([sort, above, name, page, anchor, about]) => {
    const full = above ? `${above}.${name}` : name;
    return {
      sort, name, full, about,
      href: page + (anchor ? "#" + encodeURIComponent(anchor) : ""),
      lower: full.toLowerCase(),
      own: name.toLowerCase(),
      last: name.slice(name.lastIndexOf(".") + 1).toLowerCase(),
      text: `${sort} ${full} ${about}`.toLowerCase(),
    };
  });
  return entries;
}

function rank(entry, query, words) {
  if (entry.own === query || entry.lower === query) return 8;
  if (entry.last === query) return 7;
  if (entry.own.startsWith(query) || entry.lower.startsWith(query)) return 6;
  if (entry.last.startsWith(query)) return 5;
  if (entry.own.includes(query)) return 4;
  if (words.every((word) => entry.lower.includes(word))) return 3;
  if (entry.about.toLowerCase().includes(query)) return 2;
  return words.every((word) => entry.text.includes(word)) ? 1 : 0;
}

// A path may have positions in lists, as in a message: spec.env[0].name
function search(text) {
  const query = text.replace(/\[[0-9*]*\]/g, "").trim().toLowerCase();
  const words = query.split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return prepared()
    .map((entry, position) => ({ entry, position, rank: rank(entry, query, words) }))
    .filter((found) => found.rank)
    .sort((a, b) => b.rank - a.rank || a.entry.full.split(".").length - b.entry.full.split(".").length || a.position - b.position)
    .map((found) => found.entry);
}

// A long path may end its line after a dot
function breakable(text) {
  return text.split(/(?<=\.)/).flatMap((part) => [part, document.createElement("wbr")]);
}

function marked(text, query) {
  const start = query ? text.toLowerCase().indexOf(query.toLowerCase()) : -1;
  if (start < 0) return breakable(text);
  const mark = document.createElement("mark");
  mark.textContent = text.slice(start, start + query.length);
  return [...breakable(text.slice(0, start)), mark, ...breakable(text.slice(start + query.length))];
}

function option(entry, number, query) {
  const link = document.createElement("a");
  link.href = entry.href;
  link.id = `result-${number}`;
  link.role = "option";
  link.tabIndex = -1;
  link.setAttribute("aria-selected", "false");
  const parts = [["code", "", marked(entry.full, query)], ["span", "sort", [entry.sort]], ["span", "about", [entry.about]]];
  for (const [tag, name, children] of parts) {
    const part = document.createElement(tag);
    if (name) part.className = name;
    part.append(...children);
    link.append(part);
  }
  return link;
}

function prepareSearch() {
  const box = document.getElementById("search");
  const results = document.getElementById("results");
  const count = document.getElementById("count");
  let selected = -1;

  function select(number) {
    const options = results.children;
    options[selected]?.setAttribute("aria-selected", "false");
    selected = options.length ? (number + options.length) % options.length : -1;
    const now = options[selected];
    now?.setAttribute("aria-selected", "true");
    now?.scrollIntoView({ block: "nearest", behavior: "instant" });
    if (now) box.setAttribute("aria-activedescendant", now.id);
    else box.removeAttribute("aria-activedescendant");
  }

  function close() {
    results.replaceChildren();
    results.hidden = true;
    count.textContent = "";
    box.setAttribute("aria-expanded", "false");
    selected = -1;
    select(0);
  }

  function show() {
    close();
    const query = box.value.trim();
    if (!query) return;
    const found = search(query);
    const shown = found.slice(0, SHOWN);
    results.replaceChildren(...shown.map((entry, number) => option(entry, number, query)));
    results.hidden = false;
    box.setAttribute("aria-expanded", "true");
    const all = found.length === 1 ? "1 result" : `${found.length} results`;
    count.textContent = found.length > SHOWN ? `The first ${SHOWN} of ${all}. Type more to narrow them.` : all;
    select(0);
  }

  box.addEventListener("input", show);
  box.addEventListener("focus", () => results.hidden && show());
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (results.hidden) show();
      else select(selected + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      results.children[selected]?.click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (results.hidden) box.value = "";
      close();
    }
  });
  results.addEventListener("click", () => {
    box.blur();
    close();
  });
  document.addEventListener("pointerdown", (event) => event.target.closest(".search") || close());
  box.closest(".search").addEventListener("focusout", (event) => event.relatedTarget?.closest(".search") || event.relatedTarget && close());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  box.closest(".search").hidden = false;
}

document.addEventListener("DOMContentLoaded", () => {
  prepareTheme();
  prepareFields();
  prepareSearch();
  if (matchMedia("(max-width: 56rem)").matches) document.querySelector(".parts details")?.removeAttribute("open");
});
// not earlier, because the browser goes to the anchor itself when the page has loaded, and takes the focus away
addEventListener("load", () => requestAnimationFrame(reveal));
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((found) => (found.open = true)));
