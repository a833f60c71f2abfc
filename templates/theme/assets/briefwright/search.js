/* The search of the site, as a worker behind the theme's search box: it takes the theme's messages and answers in kind.
   A hit has all words of the query; only where nothing has are there hits with some, and each says which it lacks. First
   what names the whole query, be it a page or the place where one speaker's words on one matter stand together; then what
   says it word by word, then statements by one word's speaker on another's topic; among equals the newest. */
"use strict";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const BY_SPEAKER = 8, NAMED = 100, VERBATIM = 50;
const TITLE = 3, TOPIC = 2, TEXT = 1, ARTICLE = 0.4; // what a word counts for by where it stands
const NAMING = new Set(["page", "pair", "statement"]); // kinds whose title is a name
const SHOWN = 2; // hits of a page that are not folded
const LONGEST = 320; // letters of a text
const WHOLE = 2; // letters up to which a word has to stand as it is; of longer ones the beginning is enough
const TOKEN = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['’]s(?!\p{L}))?/gu; // "U.S." is one word, "Trump's" is Trump

let pages = [], items = [], skipped = new Set(), language = "en", asked = "", whole = false;

/* ---- words ---- */

const fold = (word) => word.normalize("NFKD").replace(/['’]s$|[\p{M}.]/gu, "").toLowerCase();
const words = (text) => (text.match(TOKEN) ?? []).map(fold);
const spaced = (text) => ` ${words(text).join(" ")} `;

/* "tariffs" finds "tariff", "countries" finds "country". */
const stem = (word) => word.length > 4 ? word.replace(/(?:ies|s)$/, "").replace(/(?<=.{4})y$/, "") : word;

/* Each with the string that a folded text holds if it holds the word, or the phrase in quotation marks. */
const terms = (query) => {
  const found = [];
  for (const [, phrase, word] of query.matchAll(/"([^"]+)"|([^\s"]+)/g)) {
    if (phrase) found.push({ shown: phrase, sought: spaced(phrase).trimEnd(), words: words(phrase) });
    else for (const each of words(word)) {
      const sought = each.length > WHOLE ? ` ${stem(each)}` : ` ${each} `;
      found.push({ shown: each, sought, words: [each] });
    }
  }
  const telling = found.filter((term) => term.words.length > 1 || !skipped.has(term.shown));
  return telling.length ? telling : found;
};

/* ---- what there is ---- */

const add = (page, kind, anchor, title, text, topics = [], weight = 1) => {
  const item = { page, kind, anchor, title, text, weight, pair: topics.map(spaced) };
  items.push({ ...item, titles: spaced(title), topics: spaced(topics.join(" ")), texts: spaced(text) });
};

const addPages = ({ found, skip }) => {
  skipped = new Set(skip);
  for (const [path, title, text, weight, day, ...sections] of found) {
    const page = { path, title, day, titles: spaced(`${title} ${day.slice(0, 4)}`) };
    pages.push(page);
    add(page, "page", "", title, text, [], weight);
    for (const [kind, anchor, heading, words, pair, own = Math.min(weight, 1)] of sections)
      add(page, kind, anchor, heading, words, pair, own);
  }
};

const addSaid = ({ names, said }) => {
  for (const [place, ...sections] of said) {
    let before = "";
    for (const [kind, anchor, title, text, ...topics] of sections) {
      before = text === 0 ? before : text;
      add(pages[place], kind, anchor.replaceAll(" ", "-"), title, before, topics.map((n) => names[n]));
    }
  }
};

/* ---- finding ---- */

/* A pair is sought by words of both its sides; sooner by those of the speaker first. */
const pairs = ({ pair: [speaker, subject] }, wanted) => {
  const speaking = wanted.findIndex(({ sought }) => speaker.includes(sought) && !subject.includes(sought));
  const spoken = wanted.findIndex(({ sought }) => subject.includes(sought) && !speaker.includes(sought));
  if (speaking < 0 || spoken < 0) return 0;
  return speaking < spoken ? NAMED : NAMED / 2;
};

/* Where the item has the term: by the weight of the place, 0 for nowhere. Of a statement the title is its speaker; that
   of a question or an event is what it says. */
const place = (item, { sought }) => {
  const inTitle = item.titles.includes(sought);
  if (inTitle && NAMING.has(item.kind)) return TITLE;
  const inText = inTitle || item.texts.includes(sought);
  if (item.topics.includes(sought)) return TOPIC + (inText ? TEXT / 2 : 0);
  return inText ? TEXT : item.page.titles.includes(sought) ? ARTICLE : 0;
};

const find = (query) => {
  const wanted = terms(query);
  if (!wanted.length) return [];
  const verbatim = words(query).length > 1 ? spaced(query) : null;
  const numbers = wanted.map(() => 0);
  const hits = [];
  for (const item of items) {
    const places = wanted.map((term) => place(item, term));
    if (!places.some(Boolean)) continue;
    const named = item.kind === "pair" ? pairs(item, wanted) : 0;
    if (item.kind === "pair" && !named) continue;
    places.forEach((weight, n) => { if (weight) numbers[n]++; });
    hits.push({ item, places, named });
  }
  const rarity = numbers.map((number) => Math.log(1 + items.length / (number || 1)));
  for (const hit of hits) {
    const { item, places } = hit;
    hit.all = places.every((weight) => weight >= ARTICLE) && places.some((weight) => weight > ARTICLE);
    hit.score = hit.named + item.weight * places.reduce((sum, weight, n) => sum + weight * rarity[n], 0);
    if (item.kind === "statement" && places.includes(TITLE) && places.some((p) => p >= TEXT && p !== TITLE))
      hit.score += BY_SPEAKER * rarity.length;
    if (verbatim && item.texts.includes(verbatim)) hit.score += VERBATIM;
    if (item.kind === "page" && places.every((p) => p === TITLE)) {
      const rest = words(item.title).filter((word) => !wanted.some((t) => ` ${word} `.includes(t.sought)));
      if (!rest.length) hit.score += NAMED;
    }
    hit.terms = Object.fromEntries(wanted.map((term, n) => [term.shown, places[n] > 0]));
  }
  const complete = hits.filter((hit) => hit.all);
  return byPage(complete.length || !whole ? complete : hits, wanted);
};

/* ---- showing: for the theme a hit is a page with its sections; those that score as its first are shown, others folded ---- */

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

/* The text with the words marked; of a long one what stands around the first of them. */
const marked = (text, wanted) => {
  const single = wanted.flatMap((term) => term.words.length > 1 ? term.words.map((w) => ` ${w} `) : [term.sought]);
  const found = [...text.matchAll(TOKEN)].filter(([word]) => single.some((sought) => ` ${fold(word)} `.startsWith(sought)));
  const from = text.length > LONGEST && found.length ? Math.max(0, text.lastIndexOf(" ", found[0].index - LONGEST / 4)) : 0;
  const to = text.length - from > LONGEST ? text.lastIndexOf(" ", from + LONGEST) : text.length;
  let html = from ? "… " : "", end = from;
  for (const { 0: word, index } of found) {
    if (index < from || index + word.length > to) continue;
    html += `${escaped(text.slice(end, index))}<mark>${escaped(word)}</mark>`;
    end = index + word.length;
  }
  return html + escaped(text.slice(end, to)) + (to < text.length ? " …" : "");
};

const dated = (day) => {
  const shown = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  return day ? ` · ${new Date(day).toLocaleDateString(language === "en" ? "en-GB" : language.replace("_", "-"), shown)}` : "";
};

const byPage = (hits, wanted) => {
  const groups = new Map();
  for (const hit of hits) groups.set(hit.item.page, [...(groups.get(hit.item.page) ?? []), hit]);
  const ranked = [...groups].map(([page, found]) => {
    found.sort((a, b) => b.score - a.score);
    return { page, found, best: found[0].score };
  });
  ranked.sort((a, b) => b.best - a.best || (a.page.day < b.page.day ? 1 : a.page.day > b.page.day ? -1 : 0));
  return ranked.map(({ page, found }) => {
    const own = found.find((hit) => !hit.item.anchor);
    const sections = found.filter((hit) => hit.item.anchor);
    const head = {
      location: page.path, title: marked(page.title, wanted) + dated(page.day), text: own && !sections.length ? marked(own.item.text, wanted) : "",
      score: 1, terms: own ? own.terms : {},
    };
    return [head, ...sections.map(({ item, terms }, n) => ({
      location: `${page.path}#${item.anchor}`, title: marked(item.title, wanted), text: marked(item.text, wanted),
      score: n < SHOWN ? 1 : 0, terms,
    }))];
  });
};

/* ---- the theme's messages ---- */

const answer = () => postMessage({ type: RESULT, data: { items: find(asked) } });

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === QUERY) {
    asked = data;
    answer();
  }
  if (type !== SETUP) return;
  language = data.docs.language;
  addPages(data.docs);
  postMessage({ type: READY });
  try {
    addSaid(await (await fetch("../../search/said.json")).json());
  } finally {
    whole = true;
    if (asked) answer();
  }
});
