// What the pages gain from a script; every page reads and works without it.

const contents = document.querySelector(".contents");
const wide = window.matchMedia("(min-width: 60.0625rem)");

/** The contents list is open beside the text and closed above it. */
function openBesideText(disclosure) {
  const follow = () => {
    disclosure.open = wide.matches;
  };
  follow();
  wide.addEventListener("change", follow);
  disclosure.addEventListener("click", (event) => {
    if (!wide.matches && event.target.closest("a")) disclosure.open = false;
  });
}

/** Marks the chapter being read, and lets the language switch stay at it. */
function followReading(list) {
  const links = new Map();
  for (const link of list.querySelectorAll('a[href^="#"]')) {
    const place = document.getElementById(link.hash.slice(1));
    if (place && place.tagName === "SECTION") links.set(place, link);
  }
  if (!links.size) return;
  const languages = document.querySelectorAll(".languages a");
  const inView = new Set();
  let current = null;

  const mark = () => {
    // of nested sections the innermost comes last in the document
    const read = [...links.keys()].filter((place) => inView.has(place)).at(-1);
    if (!read || read === current) return;
    if (current) links.get(current).removeAttribute("aria-current");
    links.get(read).setAttribute("aria-current", "location");
    current = read;
    for (const language of languages) language.hash = read.id;
    if (wide.matches) keepInSight(links.get(read));
  };
  const keepInSight = (link) => {
    const box = list.getBoundingClientRect();
    const place = link.getBoundingClientRect();
    if (place.top < box.top || place.bottom > box.bottom) {
      list.scrollTop += place.top - box.top - box.height / 2;
    }
  };

  document.documentElement.classList.add("follows");
  // a section is read while it crosses a line a quarter down the window
  const watch = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) inView.add(entry.target);
        else inView.delete(entry.target);
      }
      mark();
    },
    { rootMargin: "-25% 0px -75% 0px" },
  );
  for (const place of links.keys()) watch.observe(place);
}

/** Shows what a term means beside it, until Escape, a click elsewhere or a way out of it. */
function explainBesideTerm(link) {
  const meaning = document.getElementById(link.hash.slice(1));
  if (!meaning?.showPopover) return;
  const gap = 4;
  const edge = 16;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    meaning.showPopover();
    const lines = [...link.getClientRects()];
    const below = lines.at(-1).bottom + gap;
    const above = lines[0].top - gap - meaning.offsetHeight;
    const room = below + meaning.offsetHeight <= window.innerHeight || above < 0;
    const width = document.documentElement.clientWidth;
    const left = Math.min(lines.at(-1).left, width - edge - meaning.offsetWidth);
    meaning.style.top = `${window.scrollY + (room ? below : above)}px`;
    meaning.style.left = `${Math.max(edge, left)}px`;
  });
  meaning.addEventListener("click", (event) => {
    if (event.target.closest("a")) meaning.hidePopover();
  });
}

/** Copies each source beside the chapter's first mention of it; the list at the end remains. */
function noteBesideText(section) {
  const seen = new Set();
  for (const link of section.querySelectorAll(".prose .note-link a")) {
    const source = document.querySelector(`.sources ${link.hash} .source`);
    if (!source || seen.has(link.hash)) continue;
    seen.add(link.hash);
    const note = document.createElement("span");
    note.className = "side-note";
    note.ariaHidden = "true";
    const copy = source.cloneNode(true);
    for (const address of copy.querySelectorAll("a")) address.replaceWith(address.textContent);
    note.append(`${link.textContent} `, copy);
    link.closest("p, li").prepend(note);
  }
}

/**
 * Lets a Chinese heading break between its words: a browser would break it between any two characters. Where Han meets
 * a letter or a figure it would leave out the space between them at a break, and the date stays whole.
 */
function breakBetweenWords(heading) {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    const parts = [""];
    let afterWord = false;
    for (const { segment, isWordLike } of segmenter.segment(text.data)) {
      if (afterWord && isWordLike && !/[0-9A-Za-z]$/.test(parts.at(-1)) && !/^[0-9A-Za-z]/.test(segment)) {
        parts.push(document.createElement("wbr"), "");
      }
      parts[parts.length - 1] += segment;
      afterWord = isWordLike;
    }
    text.replaceWith(...parts);
  }
  heading.classList.add("segmented");
}

if (contents) {
  openBesideText(contents.querySelector("details"));
  followReading(contents);
}
document.querySelectorAll('dfn.term a[href^="#meaning-"]').forEach(explainBesideTerm);
document.querySelectorAll("article > .section").forEach(noteBesideText);
if (document.documentElement.lang.startsWith("zh") && "Segmenter" in Intl) {
  document.querySelectorAll("main :is(h1, h2, h3, h4)").forEach(breakBetweenWords);
}
