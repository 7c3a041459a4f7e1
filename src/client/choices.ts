import { writeAddress } from './state.ts';

/** Choices that style sheets carry out, so that they work without a script; with one, the address keeps them. */
for (const group of document.querySelectorAll<HTMLElement>('.forms')) {
  const options = [...group.querySelectorAll<HTMLInputElement>('input')];
  const [first] = options;
  if (!first) continue;
  const asked = new URLSearchParams(location.search).get(first.name) ?? '';
  for (const option of options) {
    if (option.value === asked) option.checked = true;
    option.addEventListener('change', () => writeAddress({ [option.name]: option.value }));
  }
}
