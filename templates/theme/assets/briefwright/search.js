/* The search of the site, as a worker behind the theme's search box: it takes the theme's messages and answers in kind.
   A hit has all words of the query; a word of an act or a state, such as "denies" or "overdue", has every statement of that
   act and every question in that state. Only where nothing has all are there hits with half of them, and each says which it lacks;
   but the place where one speaker's words on one matter stand together is a hit, too, if the query names both and little else.
   First what has all words: before the rest what is named so, a page or such a place, then what says it word by word, then
   statements by one word's speaker on another's topic and disputes of a speaker; among equals the newest. Where nothing has all,
   the rarer the words that a hit has, the better; a word that stands elsewhere in the same article counts half. The pages of the
   actors and topics that single words name lead the way if nothing has more than they. An actor without words of its own stands
   behind those who have any. */
"use strict";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const COMPLETE = 1000, BY_SPEAKER = 8, NAMED = 100, VERBATIM = 50;
const NAMED_FIRST = 1.25; // who is named first is asked for: "Vance Ostrin dam" is for what Vance says
const TITLE = 3, TOPIC = 2, TEXT = 1, ARTICLE = 0.4, ELSEWHERE = 0.1; // what a word counts for by where it stands
const HALF = 0.5; // what of a word that stands elsewhere in the article is found
const MARK = 1; // what the word of an act or a state counts for; a name in a text is rarer, and so counts for more
const TELLING = 0.5; // weight below which a page says nothing of what its title names
const NAMING = new Set(["page", "pair", "statement"]); // kinds whose title is a name
const SHOWN = 2; // hits of a page that are not folded
const LONGEST = 320; // letters of a text
const WHOLE = 2; // letters up to which a word has to stand as it is; of longer ones the beginning is enough
const NAMES = " · "; // between the names of an actor
const ABBREVIATION = /^(?:\p{Lu}\.?){2,}$/u;
const TOKEN = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['’]s(?!\p{L}))?/gu; // "U.S." is one word, "Trump's" is Trump

let pages = [], items = [], names = [], skipped = new Set(), acts = {}, sentence = "", language = "en";
let asked = "", answering = false, whole = false;
const marksOf = new Map(); // by word: the acts and states for which it stands
const twins = new Map(); // by word of a name: other spellings, and what an abbreviation stands for

/* ---- words ---- */

const fold = (word) => word.normalize("NFKD").replace(/['’]s$|[\p{M}.]/gu, "").toLowerCase();
const words = (text) => (text.match(TOKEN) ?? []).map(fold);
const spaced = (text) => ` ${words(text).join(" ")} `;

/* The beginnings of a word's other forms: "denies" finds "denied" and "deny", "shooting" finds "shoot", "votes" finds "voting". */
const forms = (word) => {
  if (word.length < 5) return [word];
  const single = word.replace(/(?<!s)s$/, "");
  const [, changing] = single.match(/^(.{3,}?)(?:ied?|y)$/) ?? [];
  if (changing) return [`${changing}y`, `${changing}i`];
  const [, bare] = single.match(/^(.*[aeiouy].*?)(?:ed|ing)$/) ?? [];
  if (bare?.length > 3) return [bare.replace(/([bdgkmnprt])\1$/, "$1")];
  if (bare?.length === 3) return [single, `${bare}e`];
  return single.endsWith("e") ? [single, `${single.slice(0, -1)}ing`] : [single];
};

/* The strings of which a folded text holds one if it holds the word. */
const sought = (word) => {
  const own = word.length > WHOLE ? forms(word).map((form) => ` ${form}`) : [` ${word} `];
  return [...own, ...(twins.get(word) ?? [])];
};

/* Each with the strings of which a folded text holds one if it holds the word, or the phrase in quotation marks. */
const parts = (query) => {
  const found = [];
  for (const [, phrase, word] of query.matchAll(/"([^"]+)"|([^\s"]+)/g)) {
    if (phrase) found.push({ shown: phrase, sought: [spaced(phrase).trimEnd()], words: words(phrase), marks: [] });
    else for (const each of words(word))
      found.push({ shown: each, sought: sought(each), words: [each], marks: marksOf.get(each) ?? [] });
  }
  return found;
};

const holds = (text, { sought }) => sought.some((string) => text.includes(string));

/* What counts of a query: not the words of a question, of several words for one act the first ("declined to comment"), and
   no single letter at the end, for there a word is being typed. */
const terms = (query) => {
  const found = parts(query);
  const typed = /(?<![\p{L}\p{N}])\p{L}$/u.test(query) ? found.at(-1) : null;
  const telling = found.filter((term, n) => {
    const before = found.slice(0, n).flatMap((other) => other.marks);
    return term !== typed && !skipped.has(term.shown) && !term.marks.some((mark) => before.includes(mark));
  });
  return telling.length ? telling : found;
};

/* ---- what there is ---- */

/* `sort` is the kind and the marks: "statement deny". */
const add = (page, sort, anchor, title, text, topics = [], weight = 1) => {
  const [kind, mark] = sort.split(" ");
  const shown = mark in acts ? sentence.replace("{speaker}", title).replace("{act}", acts[mark]) : title;
  const item = { page, kind, marks: sort.split(" "), anchor, title: shown, text, weight, names: topics, pair: topics.map(spaced) };
  const folded = { ...item, titles: spaced(title), topics: spaced(topics.join(" ")), texts: spaced(text) };
  folded.all = folded.titles + folded.topics + folded.texts + page.titles;
  items.push(folded);
  return folded;
};

const learn = (said) => {
  ({ language, names, acts, statement: sentence } = said);
  skipped = new Set(said.skip);
  for (const [mark, itsWords] of Object.entries(said.marks))
    for (const word of itsWords.map(fold)) marksOf.set(word, [...(marksOf.get(word) ?? []), mark]);
};

/* An abbreviation stands for the whole name, a name of one word for its abbreviation, too ("GOP", "Republicans"); of two
   spellings of a name, which differ in a word, each for the other ("Halim", "Haleem"). */
const learnNames = (title, others) => {
  const name = words(title);
  for (const other of others) {
    if (ABBREVIATION.test(other)) abbreviated(fold(other), name);
    const again = words(other).slice(-name.length);
    const own = name.filter((word, n) => word !== again[n]), its = again.filter((word, n) => word !== name[n]);
    if (name.length < 2 || again.length < name.length || own.length !== 1 || !spelledAlike(own[0], its[0])) continue;
    twin(own[0], ` ${its[0]}`);
    twin(its[0], ` ${own[0]}`);
  }
};

/* "CEO" is among the names of persons, and stands for none of them: the first or the last letter has to be one of the name. */
const abbreviated = (short, name) => {
  if (name.length === 1) twin(name[0], ` ${short} `);
  if (name.length === 1 || short[0] === name[0]?.[0] || short.at(-1) === name.at(-1)?.[0]) twin(short, ` ${name.join(" ")}`);
};

const twin = (word, string) => {
  if (string.trim() !== word) twins.set(word, (twins.get(word) ?? new Set()).add(string));
};

/* They begin alike, end alike, and differ in two letters at most. */
const spelledAlike = (one, other) => {
  const [short, long] = [one, other].sort((a, b) => a.length - b.length);
  let front = 0, back = 0;
  while (front < short.length && short[front] === long[front]) front++;
  while (back < short.length - front && short.at(-1 - back) === long.at(-1 - back)) back++;
  return front > 0 && back > 0 && long.length - front - back <= 2;
};

const addPages = ({ found }) => {
  for (const [path, title, text, weight, day, about, ...sections] of found) {
    const subjects = about.map((n) => names[n]);
    const page = { path, title, day, titles: spaced(`${title} ${day.slice(0, 4)} ${subjects.join(" ")}`) };
    pages.push(page);
    page.own = add(page, "page", "", title, text, subjects, weight);
    if (!day) learnNames(title, text.split(NAMES));
    for (const [kind, anchor, heading, words, pair, own = Math.min(weight, 1)] of sections)
      add(page, kind, anchor, heading, words, pair, own);
  }
};

const addSaid = (said) => {
  for (const [place, ...sections] of said) {
    let before = "";
    for (const [kind, anchor, title, text, ...topics] of sections) {
      before = text === 0 ? before : text;
      add(pages[place], kind, anchor.replaceAll(" ", "-"), title, before, topics.map((n) => names[n]));
    }
  }
};

/* ---- finding ---- */

/* A pair is sought by words of both its sides, half of the query or more; sooner by those of the speaker first. */
const pairs = ({ pair: [speaker, subject] }, wanted) => {
  const naming = wanted.filter((term) => holds(speaker, term) || holds(subject, term));
  if (2 * naming.length < wanted.length) return 0;
  const speaking = wanted.findIndex((term) => holds(speaker, term) && !holds(subject, term));
  const spoken = wanted.findIndex((term) => holds(subject, term) && !holds(speaker, term));
  if (speaking < 0 || spoken < 0) return 0;
  return speaking < spoken ? NAMED : NAMED / 2;
};

/* Where the item has the word itself: by the weight of the place, 0 for nowhere. Of a statement the title is its speaker;
   that of a question or an event is what it says. */
const standing = (item, term) => {
  if (!holds(item.all, term)) return 0;
  const inTitle = holds(item.titles, term);
  if (inTitle && NAMING.has(item.kind)) return TITLE;
  const inText = inTitle || holds(item.texts, term);
  if (holds(item.topics, term)) return TOPIC + (inText ? TEXT / 2 : 0);
  return inText ? TEXT : holds(item.page.titles, term) ? ARTICLE : 0;
};

const place = (item, term) => {
  const itself = standing(item, term);
  return term.marks.some((mark) => item.marks.includes(mark)) ? Math.max(MARK, itself) : itself;
};

/* A page whose title holds no other words than those sought. */
const isNamed = (item, wanted) =>
  words(item.title).every((word) => wanted.some((term) => holds(` ${word} `, term)));

const saysIt = ({ kind, texts, titles }, verbatim) =>
  texts.includes(verbatim) || !NAMING.has(kind) && titles.includes(verbatim);

/* How much of the query a hit has, 1 for all: rare words are more of it. */
const covered = (places, rarity) => {
  const share = (place) => place >= ARTICLE ? 1 : place && HALF;
  return sum(places, (place, n) => share(place) * rarity[n]) / sum(rarity, (each) => each);
};

const sum = (list, value) => list.reduce((total, each, n) => total + value(each, n), 0);

const isSilent = ({ kind, weight }) => kind === "page" && weight < TELLING;

const score = ({ item, places, named, all }, wanted, rarity, verbatim) => {
  let score = named + item.weight * sum(places, (weight, n) => weight * rarity[n]);
  if (!isSilent(item)) score += COMPLETE * (all ? 2 : covered(places, rarity));
  if (item.kind === "statement" && places.includes(TITLE) && places.some((p) => p >= TEXT && p !== TITLE))
    score += BY_SPEAKER * rarity.length * (places[0] === TITLE ? NAMED_FIRST : 1);
  if (item.kind === "dispute" && all && places.some((p) => p >= TOPIC)) score += BY_SPEAKER * rarity.length;
  if (verbatim && saysIt(item, verbatim)) score += VERBATIM;
  if (item.kind === "page" && !isSilent(item) && places.every((p) => p === TITLE) && isNamed(item, wanted))
    score += NAMED;
  return score;
};

/* All that has a word; of pairs only what is named, for their statements are hits by themselves. */
const hitsOf = (wanted) => {
  const placed = items.map((item) => ({ item, places: wanted.map((term) => place(item, term)) }));
  const told = wanted.map((_, n) => new Set(placed.filter(({ places }) => places[n]).map(({ item }) => item.page)));
  const hits = [];
  for (const { item, places } of placed) {
    const named = item.kind === "pair" ? pairs(item, wanted) : 0;
    if (!places.some(Boolean) || item.kind === "pair" && !named) continue;
    const all = places.every(Boolean) && places.some((weight) => weight > ARTICLE);
    if (item.page.day) places.forEach((weight, n) => places[n] = weight || told[n].has(item.page) && ELSEWHERE);
    const terms = Object.fromEntries(wanted.map((term, n) => [term.shown, places[n] > 0]));
    hits.push({ item, places, named, all, terms, has: places.filter(Boolean).length });
  }
  return hits;
};

/* For each word the page of an actor or a topic that it names: of several the one that most articles are about. */
const guides = (hits, wanted) => {
  const named = hits.filter(({ item, places }) => item.kind === "page" && !item.page.day && !isSilent(item) && places.includes(TITLE));
  const about = new Map(named.map(({ item: { title } }) => [title, 0]));
  for (const { own } of pages)
    for (const name of own.names) if (about.has(name)) about.set(name, about.get(name) + 1);
  const carriers = ({ item }) => about.get(item.title);
  named.sort((a, b) => b.has - a.has || carriers(b) - carriers(a) || b.item.weight - a.item.weight);
  return new Set(wanted.map((_, n) => named.find(({ places }) => places[n] === TITLE)).filter(Boolean));
};

const find = (query) => {
  const wanted = terms(query);
  if (!wanted.length) return [];
  const hits = hitsOf(wanted);
  const verbatim = words(query).length > 1 ? spaced(query) : null;
  const numbers = wanted.map((_, n) => hits.filter(({ places }) => places[n] > ELSEWHERE).length);
  const rarity = numbers.map((number) => Math.log(1 + items.length / (number || 1)));
  for (const hit of hits) hit.score = score(hit, wanted, rarity, verbatim);
  const partly = whole && !hits.some(({ all, item }) => all && !isSilent(item));
  const enough = Math.min(wanted.length / 2, hits.reduce((most, { has }) => Math.max(most, has), 0));
  const leading = partly && !hits.some((hit) => hit.named) ? guides(hits, wanted) : new Set();
  leading.forEach((hit) => hit.score += NAMED);
  return byPage(hits.filter((hit) => hit.all || hit.named || leading.has(hit) || partly && hit.has >= enough), wanted);
};

/* ---- showing: for the theme a hit is a page with its sections; those that score as its first are shown, others folded ---- */

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

/* Where the words stand in a text, each with its number among the words sought. */
const findings = (text, wanted) => {
  const single = wanted.map((term) => term.words.length > 1 ? term.words.map((w) => ` ${w} `) : term.sought);
  const numberOf = (word) => single.findIndex((strings) => strings.some((string) => ` ${word} `.startsWith(string)));
  return [...text.matchAll(TOKEN)]
    .map((match) => ({ 0: match[0], index: match.index, number: numberOf(fold(match[0])) }))
    .filter(({ number }) => number >= 0);
};

/* Where the part of a long text begins that has most of the words; it starts at one of them, but for a few words before. */
const densest = (found) => {
  const within = ({ index }) => found.filter((other) => other.index >= index && other.index < index + 0.7 * LONGEST);
  const numbers = found.map((first) => new Set(within(first).map(({ number }) => number)).size);
  return found[numbers.indexOf(Math.max(...numbers))].index;
};

/* The text with the words marked; of a long one what stands around them. */
const marked = (text, wanted) => {
  const found = findings(text, wanted);
  const long = text.length > LONGEST && found.length;
  const from = long ? Math.max(0, text.lastIndexOf(" ", densest(found) - LONGEST / 4)) : 0;
  const to = text.length - from > LONGEST ? text.lastIndexOf(" ", from + LONGEST) : text.length;
  let html = from ? "… " : "", end = from;
  for (const { 0: word, index } of found) {
    if (index < from || index + word.length > to) continue;
    html += `${escaped(text.slice(end, index))}<mark>${escaped(word)}</mark>`;
    end = index + word.length;
  }
  return html + escaped(text.slice(end, to)) + (to < text.length ? " …" : "");
};

/* The title, and for each word that nothing shown has the first name by which it is found. */
const titled = ({ kind, title, names }, wanted, shown) => {
  const missed = wanted.filter((term) => !shown.some(({ titles, texts }) => holds(titles, term) || holds(texts, term)));
  const found = kind === "pair" ? [] : missed.flatMap((term) => names.find((name) => holds(spaced(name), term)) ?? []);
  return [title, ...new Set(found)].map((text) => marked(text, wanted)).join(" · ");
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
    const whole = ({ item }) => !item.anchor || item.title === page.own.title; // a pair may have a page of its own
    const own = found.find((hit) => whole(hit) && hit.item.text) ?? found.find(whole);
    const sections = found.filter((hit) => !whole(hit));
    const head = {
      location: page.path, title: titled(page.own, wanted, found.map(({ item }) => item)) + dated(page.day),
      text: own && !sections.length ? marked(own.item.text, wanted) : "", score: 1, terms: own ? own.terms : {},
    };
    return [head, ...sections.map(({ item, terms }, n) => ({
      location: `${page.path}#${item.anchor}`, title: titled(item, wanted, [page.own, item]), text: marked(item.text, wanted),
      score: n < SHOWN ? 1 : 0, terms,
    }))];
  });
};

/* ---- the theme's messages ---- */

/* `loading` is for our own script: there is more to come (main.html). */
const answer = () => {
  answering = false;
  postMessage({ type: RESULT, data: { items: find(asked), loading: !whole } });
};

/* Not before the messages that wait: who types fast is answered once. */
const answerSoon = () => {
  if (!answering) setTimeout(answer);
  answering = true;
};

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === QUERY) {
    asked = data;
    answerSoon();
  }
  if (type !== SETUP) return;
  learn(data.docs);
  addPages(data.docs);
  postMessage({ type: READY });
  try {
    addSaid(await (await fetch("../../search/said.json")).json());
  } finally {
    whole = true;
    answerSoon();
  }
});
