(() => {
  const root = document.documentElement;
  const tip = document.getElementById('tip');
  const lang = () => root.dataset.lang;

  // The page tells more in its own tip than a title can.
  document.querySelectorAll('mark[title]').forEach((mark) => mark.removeAttribute('title'));

  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
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
      const row = document.getElementById(doc + '-' + o);
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
  document.querySelectorAll('[data-set]').forEach((b) => b.addEventListener('click', () => speak(b.dataset.set)));
  addEventListener('hashchange', reveal);
  document.addEventListener('click', (e) => {
    const link = e.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) reveal();
    // The language goes along to the other pages of the report.
    const page = e.target.closest('a[href*=".html"]');
    if (page) page.search = '?' + lang();
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
        const doc = document.getElementById(row.dataset.doc);
        if (doc) doc.hidden = row.hidden;
      });
    };
    words.addEventListener('input', sift);
    only.addEventListener('change', sift);
  }

  const asked = location.search.slice(1);
  speak(asked === 'zh' || asked === 'en' ? asked : lang());
  reveal();
})();
