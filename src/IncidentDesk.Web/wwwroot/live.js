// Watches the streams a page names and refreshes the parts marked data-live; without it the page works, one reloads by hand.
(() => {
  const watched = document.querySelector("[data-watch]");
  if (!watched || !window.EventSource) return;

  const busy = () => {
    const el = document.activeElement;
    return el && el.closest("[data-live]") && /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName);
  };

  let pending = false;
  const refresh = async () => {
    if (busy()) { pending = true; return; }
    pending = false;
    const answer = await fetch(location.href, { headers: { "X-Live": "1" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const next = fresh.getElementById(part.id);
      if (next && next.innerHTML !== part.innerHTML) part.innerHTML = next.innerHTML;
    }
  };

  const state = document.getElementById("live-state");
  const say = text => { if (state && state.textContent !== text) state.textContent = text; };
  const source = new EventSource(watched.dataset.watch);
  source.addEventListener("position", refresh);
  source.onopen = () => say("Live");
  source.onerror = () => say("Connection lost. What you see may be old; what you type is kept. Trying again.");
  document.addEventListener("focusout", () => { if (pending) setTimeout(refresh, 0); });
})();
