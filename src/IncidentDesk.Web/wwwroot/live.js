// Watches the stream a page names and refreshes the parts marked data-live; a part with data-poll asks for that by itself, every
// so many milliseconds, until it comes without. Without this script the page works, one reloads by hand.
(() => {
  const watched = document.querySelector("[data-watch]"), polled = document.querySelector("[data-poll]");
  if (!polled && (!watched || !window.EventSource)) return;

  const state = document.getElementById("live-state");
  const say = (text, lost) => {
    if (!state) return;
    state.classList.toggle("lost", lost);
    if (state.textContent !== text) state.textContent = text;
  };

  const typing = () => {
    const el = document.activeElement;
    return el && el.closest("[data-live]") && /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName);
  };

  // New content takes neither the focus from who moves by keyboard nor closes what a reader has opened.
  const renew = (part, html) => {
    const at = part.contains(document.activeElement) ? document.activeElement : null;
    const opened = [...part.querySelectorAll("details[open] > summary")].map(s => s.textContent);
    part.innerHTML = html;
    for (const summary of part.querySelectorAll("details > summary"))
      if (opened.includes(summary.textContent)) summary.parentElement.open = true;
    if (at) [...part.querySelectorAll(at.tagName)]
      .find(el => el.textContent === at.textContent && el.getAttribute("href") === at.getAttribute("href"))?.focus({ preventScroll: true });
  };

  let wanted = false, running = false;
  const refresh = async () => {
    wanted = true;
    if (running || typing()) return;
    running = true;
    try {
      while (wanted && !typing()) {
        wanted = false;
        const answer = await fetch(location.href, { headers: { "X-Live": "1" } });
        if (!answer.ok) break;
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of document.querySelectorAll("[data-live]")) {
          const next = fresh.getElementById(part.id);
          if (next && next.innerHTML !== part.innerHTML) renew(part, next.innerHTML);
          if (next && !next.dataset.poll) delete part.dataset.poll;
        }
      }
    } catch {
      wanted = true; // The connection is gone; the page is read again when it is back.
    } finally { running = false; }
  };

  if (polled) {
    const again = setInterval(() => polled.dataset.poll ? refresh() : clearInterval(again), Number(polled.dataset.poll));
    if (!watched) return;
  }

  let lost = false;
  const watch = () => {
    const source = new EventSource(watched.dataset.watch);
    source.addEventListener("position", refresh);
    source.onopen = () => { say("Live", false); if (lost) { lost = false; refresh(); } };
    source.onerror = () => {
      lost = true;
      say("Connection lost. This page may be out of date; what you type is kept. Trying again.", true);
      // After an answer that is no stream, such as a proxy's 502, the browser gives up by itself.
      if (source.readyState === EventSource.CLOSED) setTimeout(watch, 5000);
    };
  };
  watch();
  document.addEventListener("focusout", () => { if (wanted) setTimeout(refresh, 0); });
})();
