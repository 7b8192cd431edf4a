// The page follows the record while somebody looks at it. Without this it stays as it was fetched.
(() => {
  "use strict";
  const bar = document.getElementById("live");
  if (!bar || !window.EventSource) return;

  const FIRST = 10_000; // ms until a stream that says nothing counts as none
  const BEAT = 40_000; // the server's heart beats every 15 s
  const POLL = 20_000;
  const SPREAD = 250; // not all readers of a page at the same moment
  const REST = 500; // from one fetch to the next, however fast the record changes
  const part = (name) => bar.querySelector(`[data-part="${name}"]`);
  const now = () => document.querySelector(bar.getAttribute("hx-target"));
  let state, source, last, watch, poller, pending, again, paused, stale;
  let busy = false;
  let rested = 0;

  const show = (name) => {
    state = name;
    for (const words of bar.querySelectorAll("[data-state]")) {
      words.hidden = words.dataset.state !== name;
    }
    part("pause").hidden = paused;
    part("go-on").hidden = !paused;
  };

  // ---- the page, fetched anew: htmx does it, under the reader's own rights and in their language

  const fetchAnew = () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    pending = setTimeout(
      () => {
        pending = undefined;
        rested = performance.now() + REST;
        bar.dispatchEvent(new CustomEvent("changed"));
      },
      Math.max(0, rested - performance.now()) + Math.random() * SPREAD,
    );
  };
  const fetched = () => {
    busy = false;
    if (again && !paused) fetchAnew();
    again = false;
  };
  // That it failed is told by the words for the state, not as a trouble of the reader's own.
  const failed = (event) => {
    event.stopPropagation();
    stale = true;
    if (event.type === "htmx:error") fetched();
  };
  bar.addEventListener("htmx:before:request", (event) => event.stopPropagation());
  bar.addEventListener("htmx:error", failed);
  bar.addEventListener("htmx:response:error", failed);
  bar.addEventListener("htmx:finally:request", fetched);

  // A link is the same link where it leads to the same place, wherever it stands now.
  const links = (node) => [...now().querySelectorAll("a[href]")].filter((a) => a.href === node.href);
  let focused, place, before;
  bar.addEventListener("htmx:before:swap", () => {
    before = { text: now().textContent, latest: now().dataset.latest };
    focused = now().contains(document.activeElement) && document.activeElement;
    place = focused.href && { href: focused.href, number: links(focused).indexOf(focused) };
  });
  bar.addEventListener("htmx:after:swap", () => {
    stale = false;
    if (place && document.activeElement.href !== place.href) {
      const same = links(place);
      (same[place.number] ?? same[0])?.focus({ preventScroll: true });
    }
    if (now().textContent === before.text) return;
    const { latest } = now().dataset;
    part("said").textContent =
      part("changed").textContent + (latest && latest !== before.latest ? ` ${latest}` : "");
  });

  // ---- the stream that says when

  const look = () => {
    show("polling");
    fetchAnew();
    poller ??= setInterval(fetchAnew, POLL);
  };
  const expect = (milliseconds) => {
    clearTimeout(watch);
    watch = setTimeout(look, milliseconds);
  };
  const heard = ({ lastEventId }) => {
    last = lastEventId;
    clearInterval(poller);
    poller = undefined;
    expect(BEAT);
    if (state !== "live") show("live");
    if (stale) fetchAnew();
  };
  const open = () => {
    // After what is known; else what happened since the page was asked for.
    const query = last ? { after: last } : { age: Math.ceil(performance.now()) };
    source = new EventSource(`${bar.dataset.stream}?${new URLSearchParams(query)}`);
    source.addEventListener("heartbeat", heard);
    for (const name of ["change", "resync"]) {
      source.addEventListener(name, (event) => {
        stale = true;
        heard(event);
      });
    }
    source.addEventListener("error", ({ target }) => {
      if (target !== source) return;
      if (state === "live") {
        show("reconnecting");
        expect(FIRST);
      }
      // It comes back by itself, but not after an answer that is no stream.
      if (target.readyState === EventSource.CLOSED) {
        setTimeout(() => target === source && open(), 5000 + Math.random() * 5000);
      }
    });
  };
  const close = () => {
    source?.close();
    source = undefined;
    clearTimeout(watch);
    clearInterval(poller);
    poller = undefined;
    if (pending) busy = false;
    clearTimeout(pending);
    pending = undefined;
  };
  const follow = () => {
    if (paused || source || document.hidden) return;
    show(last ? "reconnecting" : "connecting");
    expect(FIRST);
    open();
  };

  part("switch").addEventListener("click", () => {
    paused = !paused;
    if (paused) {
      close();
      show("paused");
    } else {
      fetchAnew();
      follow();
    }
  });
  // A page nobody looks at holds no stream: browsers open but six to a server.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) close();
    else if (!paused) {
      fetchAnew();
      follow();
    }
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && !paused) fetchAnew();
    follow();
  });

  paused = false;
  show("connecting");
  bar.hidden = false;
  // Going back shows the page as it was fetched then.
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") fetchAnew();
})();
