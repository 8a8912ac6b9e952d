(() => {
  const root = document.documentElement;
  const tip = document.getElementById('tip');
  const lang = () => root.dataset.lang;

  // Long parts wait as text until they are opened.
  const unfold = (part) => {
    const script = part.querySelector(':scope > div > script[type="text/html"]');
    if (script) {
      const box = script.parentNode;
      box.innerHTML = script.textContent;
      quiet(box);
    }
  };
  // The page tells more in its own tip than a title can.
  const quiet = (box) => box.querySelectorAll('mark[title]').forEach((mark) => mark.removeAttribute('title'));

  const find = (id) => {
    let target = document.getElementById(id);
    if (!target) {
      document.querySelectorAll('#' + CSS.escape(id.split('-')[0]) + ' .fold').forEach(unfold);
      target = document.getElementById(id);
    }
    return target;
  };

  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && find(id);
    if (!target) return;
    for (let e = target; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
    const own = target.querySelector(':scope > details');
    if (own) own.open = true;
    target.scrollIntoView({ block: target.tagName === 'ARTICLE' ? 'start' : 'center' });
  };

  const speak = (language) => {
    root.dataset.lang = root.lang = language;
    document.querySelectorAll('input[data-zh]').forEach((e) => {
      e.placeholder = e.dataset[language];
      e.setAttribute('aria-label', e.dataset[language]);
    });
  };

  let lit = [];
  const hide = () => {
    tip.hidden = true;
    lit.forEach((e) => e.classList.remove('hot'));
    lit = [];
  };

  const verdicts = { ver: 'ver', rnd: 'rnd', con: 'con', unc: 'unc' };
  const show = (spot) => {
    hide();
    const doc = spot.closest('article').id;
    const data = spot.dataset;
    const head = document.createElement('div');
    const role = lang() === 'en' ? data.roleEn : data.roleZh;
    const kind = Object.keys(verdicts).find((k) => spot.classList.contains(k)) || 'unc';
    const name = document.createElement('b');
    name.textContent = [spot.textContent, role, data.name, data.period].filter(Boolean).join(' · ');
    head.append(name);
    const why = lang() === 'en' ? data.en : data.zh;
    if (why) head.append(document.createElement('br'), why);
    const list = document.createElement('ul');
    (data.o ? data.o.split(' ') : []).slice(0, 8).forEach((o) => {
      const row = find(doc + '-' + o);
      if (!row) return;
      const item = document.createElement('li');
      const cells = row.cells;
      const about = cells[3].querySelector('.about');
      item.append(...[...cells[1].cloneNode(true).childNodes], ' ', ...[...(cells[4].textContent ? cells[4] : cells[3]).cloneNode(true).childNodes], ' — ', ...[...cells[2].cloneNode(true).childNodes]);
      if (about && cells[4].textContent) item.append(document.createElement('br'), about.cloneNode(true));
      list.append(item);
      (row.dataset.f || '').split(' ').forEach((f) => {
        const other = f && document.getElementById(doc + '-' + f);
        if (other && other !== spot) { other.classList.add('hot'); lit.push(other); }
      });
    });
    tip.className = kind;
    tip.replaceChildren(head, list);
    tip.hidden = false;
    const at = spot.getBoundingClientRect();
    const left = Math.min(at.left + scrollX, scrollX + root.clientWidth - tip.offsetWidth - 12);
    const below = at.bottom + 8 + tip.offsetHeight < root.clientHeight || at.top < tip.offsetHeight + 8;
    tip.style.left = Math.max(8, left) + 'px';
    tip.style.top = (below ? at.bottom + 8 : at.top - tip.offsetHeight - 8) + scrollY + 'px';
  };

  const spotOf = (e) => e.target.closest && e.target.closest('mark[id], td[id]');
  document.addEventListener('mouseover', (e) => { const spot = spotOf(e); if (spot) show(spot); else if (!tip.contains(e.target)) hide(); });
  document.addEventListener('focusin', (e) => { const spot = spotOf(e); if (spot) show(spot); });
  document.addEventListener('keydown', (e) => { if (e.key === 'Escape') hide(); });
  document.addEventListener('toggle', (e) => { if (e.target.matches('.fold') && e.target.open) unfold(e.target); }, true);
  document.querySelectorAll('[data-set]').forEach((b) => b.addEventListener('click', () => speak(b.dataset.set)));
  addEventListener('hashchange', reveal);
  document.addEventListener('click', (e) => {
    const link = e.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) reveal();
  });
  addEventListener('beforeprint', () => document.querySelectorAll('.doc > details').forEach((d) => { d.open = true; }));

  const filter = document.querySelector('.filter');
  if (filter) {
    const [words, only] = filter.querySelectorAll('input');
    const rows = [...document.querySelectorAll('.list tbody tr')];
    const sift = () => {
      const wanted = words.value.trim().toLowerCase();
      rows.forEach((row) => {
        row.hidden = (only.checked && row.classList.contains('calm')) || !row.textContent.toLowerCase().includes(wanted);
        const doc = document.getElementById(row.querySelector('a').getAttribute('href').slice(1));
        if (doc) doc.hidden = row.hidden;
      });
    };
    words.addEventListener('input', sift);
    only.addEventListener('change', sift);
  }

  quiet(document);
  speak(lang());
  reveal();
})();
