/** Rows beyond the visible ones, so that scrolling shows no gaps. */
const MARGIN = 12;
/** Browsers cannot make an element much taller than this many rows. */
const MAX_ROWS = 400_000;

/**
 * Thousands of rows of one height, of which only those in sight are in the page. The rows are one stop of the Tab key;
 * arrows, PageUp, PageDown, Home and End move between them. Returns how to show another number of rows from the top.
 * @param body what scrolls; the head sticks to its upper edge
 * @param spacer as tall as all rows; `--row` is the height of one
 * @param rowHtml a row with one link
 */
export function virtualRows(
  body: HTMLElement,
  head: HTMLElement,
  spacer: HTMLElement,
  rowHtml: (index: number) => string,
): (total: number) => void {
  const drawn = new Map<number, HTMLElement>();
  let total = 0;
  /** The row that Tab leads to. */
  let current = 0;

  const height = (): number => Number.parseFloat(getComputedStyle(spacer).getPropertyValue('--row')) || 44;
  const linkOf = (row: HTMLElement | undefined): HTMLElement | null | undefined => row?.querySelector('a');

  const add = (index: number, before: HTMLElement | null): HTMLElement => {
    const template = document.createElement('template');
    template.innerHTML = rowHtml(index);
    const row = template.content.firstElementChild as HTMLElement;
    row.style.transform = `translateY(${index * height()}px)`;
    spacer.insertBefore(row, before);
    drawn.set(index, row);
    return row;
  };

  const draw = (): void => {
    const [from, to] = [body.scrollTop, body.scrollTop + body.clientHeight];
    const first = Math.max(0, Math.floor(from / height()) - MARGIN);
    const last = Math.min(total, Math.ceil(to / height()) + MARGIN);
    for (const [index, row] of drawn) {
      // the row that has the focus stays, or the focus would be lost
      if ((index >= first && index < last) || row.contains(document.activeElement)) continue;
      row.remove();
      drawn.delete(index);
    }
    let before: HTMLElement | null = null;
    for (const index of [...drawn.keys()].sort((a, b) => a - b)) if (index >= last) before ??= drawn.get(index) ?? null;
    for (let index = last - 1; index >= first; index--) before = drawn.get(index) ?? add(index, before);
    if (!drawn.has(current)) current = Math.min(first + MARGIN, Math.max(0, last - 1));
    for (const [index, row] of drawn) linkOf(row)?.setAttribute('tabindex', index === current ? '0' : '-1');
  };

  const moveTo = (index: number): void => {
    current = Math.max(0, Math.min(total - 1, index));
    const top = current * height();
    const room = body.clientHeight - head.offsetHeight;
    if (top < body.scrollTop) body.scrollTop = top;
    else if (top + height() > body.scrollTop + room) body.scrollTop = top + height() - room;
    draw();
    linkOf(drawn.get(current))?.focus({ preventScroll: true });
    draw(); // the row that was left behind may go now
  };

  spacer.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const screen = Math.max(1, Math.floor((body.clientHeight - head.offsetHeight) / height()) - 1);
    const target: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + screen,
      PageUp: current - screen,
      Home: 0,
      End: total - 1,
    };
    const to = target[event.key];
    if (to === undefined) return;
    event.preventDefault();
    moveTo(to);
  });
  spacer.addEventListener('focusin', (event) => {
    for (const [index, row] of drawn) if (row.contains(event.target as Node)) current = index;
  });
  body.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  addEventListener('resize', () => show(total, false));

  const show = (count: number, fromTop = true): void => {
    total = Math.min(count, MAX_ROWS);
    for (const row of drawn.values()) row.remove();
    drawn.clear();
    if (fromTop) {
      current = 0;
      body.scrollTop = 0;
    }
    spacer.style.height = `${total * height()}px`;
    draw();
  };
  return show;
}
