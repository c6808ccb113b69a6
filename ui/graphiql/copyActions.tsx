import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { curlCommand } from './curl.js';
import { readDraft, type Draft } from './draft.js';
import { endpoint } from './runs.js';
import { shareLink } from './shareLink.js';
import { onTokenState, tokenState } from './token.js';

/** How long a button says that it has copied. */
const NOTE_MS = 2000;

/** Buttons that copy a link to the draft, and the draft as a command. */
export function CopyActions({ draft }: { readonly draft: Draft }): ReactNode {
  const { isSet } = useSyncExternalStore(onTokenState, tokenState);
  const linkOf = (): string => {
    const page = `${window.location.origin}/graphiql`;
    const link = shareLink(page, draft);
    if (link === null) throw new Error('This query is too long for a link.');
    return link;
  };
  const commandOf = (): string =>
    curlCommand({ ...readDraft(draft), url: endpoint, hasToken: isSet });
  return (
    <>
      <CopyButton
        label="Share"
        title="Copy a link with the query and its variables, without headers or token"
        textOf={linkOf}
      />
      <CopyButton
        label="Copy as curl"
        title="Copy a command that runs this operation. It reads the token from $TOKEN"
        textOf={commandOf}
      />
    </>
  );
}

interface CopyButtonProps {
  readonly label: string;
  readonly title: string;
  /** @throws Error that says why there is nothing to copy. */
  readonly textOf: () => string;
}

function CopyButton({ label, title, textOf }: CopyButtonProps): ReactNode {
  const [note, setNote] = useState('');
  const [toCopy, setToCopy] = useState<string | null>(null);
  useEffect(() => {
    if (note === '') return;
    const timer = setTimeout(() => {
      setNote('');
    }, NOTE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [note]);
  const copy = async (): Promise<void> => {
    try {
      const text = textOf();
      try {
        await navigator.clipboard.writeText(text);
        setNote('Copied');
      } catch {
        // Browsers allow it only over https or on this machine, and may refuse it there.
        setToCopy(text);
      }
    } catch (error) {
      setNote(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <button type="button" className="cockpit-button" title={title} onClick={() => void copy()}>
        <span aria-live="polite">{note === '' ? label : note}</span>
      </button>
      {toCopy !== null && (
        <CopyDialog
          text={toCopy}
          close={() => {
            setToCopy(null);
          }}
        />
      )}
    </>
  );
}

/** Shows a text that the page could not copy, so that a person can. */
function CopyDialog(props: { readonly text: string; readonly close: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="page-dialog" aria-labelledby="copy-title" onClose={props.close}>
      <h2 id="copy-title">Copy this text</h2>
      <textarea
        aria-labelledby="copy-title"
        readOnly
        rows={8}
        value={props.text}
        onFocus={(event) => {
          event.target.select();
        }}
        autoFocus
      />
      <button type="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
