/* Permanent links copy themselves, and articles that are new since the last visit say so. Every page is whole without
   this script; what it remembers stays in this browser; its texts come from data- attributes. */
(() => {
  "use strict";
  const told = document.currentScript.dataset;
  const make = (tag, name, text) => Object.assign(document.createElement(tag), { className: name, textContent: text });

  /* ---- a click copies the address; without a clipboard, or with a key held, the link is a link ---- */

  const status = make("p", "aloud", "");
  status.setAttribute("role", "status");
  document.body.append(status);

  document.addEventListener("click", async (event) => {
    const link = event.target.closest(".perma a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard || link.dataset.words) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      location.assign(link.href);
      return;
    }
    link.dataset.words = link.textContent;
    link.textContent = told.copied;
    status.textContent = told.copiedAloud;
    setTimeout(() => {
      link.textContent = link.dataset.words;
      delete link.dataset.words;
      status.textContent = "";
    }, 2000);
  });

  /* ---- what is new: `known` are the articles that were there, `fresh` those that this visit brought ---- */

  const key = `briefwright ${new URL(told.home, location.href).pathname}`;
  const today = new Date().toDateString();
  const visit = document.querySelector(".visit");
  const read = document.querySelector("[data-read]");
  let seen = null;

  try {
    seen = JSON.parse(localStorage.getItem(key));
    if (![seen?.known, seen?.fresh].every(Array.isArray)) seen = null;
  } catch { /* forbidden, or none of ours */ }

  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify(seen));
    } catch { /* nothing is new the next time */ }
  };

  if (visit) {
    const all = visit.dataset.articles.split(" ").filter(Boolean);
    seen ??= { day: today, since: today, known: all, fresh: [] };
    if (seen.day !== today) seen = { ...seen, day: today, since: seen.day, fresh: [] };
    const known = new Set(seen.known);
    seen.fresh.push(...all.filter((id) => !known.has(id)));
    seen.known = all;
    keep();
  }
  if (!seen) return;
  if (read) {
    seen.fresh = seen.fresh.filter((id) => id !== read.dataset.read);
    if (!seen.known.includes(read.dataset.read)) seen.known.push(read.dataset.read);
    keep();
  }

  const known = new Set(seen.known);
  const fresh = new Set(seen.day === today ? seen.fresh : []);
  for (const place of document.querySelectorAll("[data-article]")) {
    const articles = place.dataset.article.split(" ");
    if (articles.every((id) => fresh.has(id) || !known.has(id))) place.prepend(make("span", "tag new", told.fresh), " ");
  }

  const number = visit ? seen.known.filter((id) => fresh.has(id)).length : 0;
  if (number) {
    const language = document.documentElement.lang || "en";
    const forms = JSON.parse(visit.dataset.forms);
    const words = JSON.parse(visit.dataset.numbers)[number] || number.toLocaleString(language);
    const form = forms[new Intl.PluralRules(language).select(number)] || forms.other;
    const place = language === "en" ? "en-GB" : language;
    const day = new Date(seen.since).toLocaleDateString(place, { day: "numeric", month: "long" });
    const line = form.replace("{n}", words).replace("{figures}", number).replace("{day}", day);
    const button = make("button", "", told.mark);
    button.type = "button";
    button.addEventListener("click", () => {
      seen.fresh = [];
      keep();
      document.querySelectorAll(".tag.new").forEach((mark) => mark.remove());
      visit.textContent = status.textContent = told.marked;
      visit.tabIndex = -1;
      visit.focus();
    });
    visit.append(line[0].toLocaleUpperCase(language) + line.slice(1), " ", button);
  }
})();
