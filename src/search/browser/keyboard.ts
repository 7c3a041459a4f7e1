/** / to the box, ↓ ↑ through the results, Enter opens (it is a link), Esc back to the box. */
export function listenToKeys(input: HTMLInputElement, results: HTMLElement): void {
  const links = (): HTMLElement[] => [...results.querySelectorAll<HTMLElement>('.hit-title')];
  const step = (by: number): void => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = at + by;
    if (at === 0 && by < 0) input.focus();
    else all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    const inBox = target === input;
    const inField = !inBox && target.closest('input, select, textarea') !== null;
    if (inField) return;
    if (event.key === '/' && !inBox) {
      input.focus();
      input.select();
    } else if (event.key === 'ArrowDown' && (inBox || target.closest('.hit-title'))) step(1);
    else if (event.key === 'ArrowUp' && target.closest('.hit-title')) step(-1);
    else if (event.key === 'Escape' && !inBox && results.contains(target)) input.focus();
    else return;
    event.preventDefault();
  });
}
