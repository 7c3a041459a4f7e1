import { fillForm, onChange, readForm, writeAddress } from './state.ts';

/** Filters the rows of a table that stands whole on the page. */
const form = document.querySelector<HTMLFormElement>('#filters');
const rows = [...document.querySelectorAll<HTMLTableRowElement>('#rows tbody tr')];
const matches = document.querySelector<HTMLElement>('#matches');

if (form) {
  const show = (): void => {
    const state = readForm(form);
    writeAddress(state);
    const words = (state.q ?? '').trim().toLowerCase();
    let found = 0;
    for (const row of rows) {
      const fits =
        (!words || (row.dataset.words ?? '').includes(words)) &&
        (!state.sector || row.dataset.sector === state.sector) &&
        (!state.found || row.dataset.found === '1');
      row.hidden = !fits;
      if (fits) found++;
    }
    if (matches) matches.textContent = Object.values(state).some(Boolean) ? `${found} / ${rows.length}` : '';
  };
  onChange(form, show);
  if (fillForm(form)) show();
}
