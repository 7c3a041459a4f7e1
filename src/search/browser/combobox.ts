import { el } from './dom.ts';
import type { Say } from './say.ts';
import type { Suggestion } from './suggest.ts';

const PAUSE = 90;

/** Completes the last word of the box with names of enterprises: Chinese, pinyin or initials. */
export function completeNames(
  input: HTMLInputElement,
  list: HTMLElement,
  suggest: (typed: string) => Promise<readonly Suggestion[]>,
  say: Say,
  choose: (q: string) => void,
): void {
  let shown: readonly Suggestion[] = [];
  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    shown = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const take = (index: number): void => {
    const suggestion = shown[index];
    if (!suggestion) return;
    const words = input.value.trimEnd().split(/\s+/).slice(0, -1);
    close();
    choose([...words, `enterprise:${suggestion.id}`].join(' '));
  };
  const show = (suggestions: readonly Suggestion[]): void => {
    close();
    if (suggestions.length === 0) return;
    shown = suggestions;
    list.append(
      ...suggestions.map(({ name, by }, i) => {
        const option = el(
          'li',
          { role: 'option', id: `suggestion-${i}`, 'aria-selected': false },
          el('span', { lang: 'zh-Hans' }, name),
          by !== null && el('span', { class: 'hint', lang: 'zh-Hans' }, say('suggestedBy', { name: by })),
        );
        // the box must not lose the focus before the choice is made
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => take(i));
        return option;
      }),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  };
  const move = (step: number): void => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = (active + step + shown.length + 1) % (shown.length + 1);
    const option = list.children[active];
    option?.setAttribute('aria-selected', 'true');
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };

  input.addEventListener('input', (event) => {
    clearTimeout(timer);
    const last = input.value.split(/\s+/).at(-1) ?? '';
    if (last.length < 2 || last.includes(':') || last.startsWith('"')) {
      close();
      return;
    }
    if ((event as InputEvent).isComposing) return;
    timer = setTimeout(async () => {
      const typed = input.value;
      const suggestions = await suggest(last);
      if (input.value === typed && document.activeElement === input) show(suggestions);
    }, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    if (shown.length === 0 || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && active >= 0 && active < shown.length) take(active);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  input.addEventListener('blur', close);
  input.form?.addEventListener('submit', () => {
    clearTimeout(timer);
    close();
  });
}
