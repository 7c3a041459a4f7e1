/** The few switches that every page carries: colour scheme, invented samples, and the language link that keeps the state. */
const root = document.documentElement;

const remember = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // storage is switched off: the choice holds for this page only
  }
};

const theme = document.querySelector<HTMLSelectElement>('#theme');
if (theme) {
  theme.value = root.dataset.theme ?? 'auto';
  theme.addEventListener('change', () => {
    if (theme.value === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme.value;
    remember('theme', theme.value === 'auto' ? null : theme.value);
  });
}

const samples = document.querySelector<HTMLButtonElement>('#samples');
const hidden = (): boolean => root.dataset.samples === 'hide';
const labelSamples = (): void => {
  if (samples) samples.textContent = (hidden() ? samples.dataset.show : samples.dataset.hide) ?? '';
};
samples?.addEventListener('click', () => {
  const hide = !hidden();
  if (hide) root.dataset.samples = 'hide';
  else delete root.dataset.samples;
  remember('samples', hide ? 'hide' : 'show');
  const url = new URL(location.href);
  if (hide) url.searchParams.set('samples', 'hide');
  else url.searchParams.delete('samples');
  history.replaceState(history.state, '', url);
  labelSamples();
  document.dispatchEvent(new CustomEvent('samples', { detail: { hidden: hide } }));
});
labelSamples();

// the other language shows the same state: its address takes over query and fragment at the moment of the click
document.querySelector<HTMLAnchorElement>('#language')?.addEventListener('click', (event) => {
  const link = event.currentTarget as HTMLAnchorElement;
  link.search = location.search;
  link.hash = location.hash;
});
