// Runs before the first paint: colour scheme, and whether invented samples are hidden (the address wins).
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  // room for what a script will draw, so that nothing moves when it comes
  if (/[?&]e=/.test(location.search)) root.classList.add('asked');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    const asked = new URLSearchParams(location.search).get('samples');
    if (asked === 'hide' || asked === 'show') localStorage.setItem('samples', asked);
    if ((asked ?? localStorage.getItem('samples')) === 'hide') root.dataset.samples = 'hide';
  } catch {
    // storage is switched off: the defaults hold
  }
})();
