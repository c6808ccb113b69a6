import { useSyncExternalStore, type ReactNode } from 'react';

type Changes = Readonly<Record<string, string | number | null>>;

/** Returns the search parameters of the URL. They hold all that the page shows, so that a reload shows it again. */
export function usePlace(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(subscribe, () => location.search));
}

/** Changes parameters of the URL. A null removes a parameter. */
export function go(changes: Changes, mode: 'push' | 'replace' = 'push'): void {
  const url = hrefOf(changes);
  if (mode === 'push') history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  for (const changed of listeners) changed();
}

/** A link within the page. It opens a new tab like any other link when a modifier key is held. */
export function Link(props: { to: Changes; className?: string; children: ReactNode }) {
  return (
    <a
      className={props.className}
      href={hrefOf(props.to)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(props.to);
        scrollTo({ top: 0, behavior: 'instant' });
      }}
    >
      {props.children}
    </a>
  );
}

function hrefOf(changes: Changes): string {
  const place = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') place.delete(name);
    else place.set(name, String(value));
  }
  const search = place.toString();
  return search === '' ? location.pathname : `?${search}`;
}

const listeners = new Set<() => void>();

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  addEventListener('popstate', changed);
  return () => {
    listeners.delete(changed);
    removeEventListener('popstate', changed);
  };
}
