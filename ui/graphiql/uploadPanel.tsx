import { useEffect, useId, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { onRunState, runState } from './runs.js';
import { isOfThisGateway, sendFile, type Sending, type UploadResponse } from './upload.js';

/** Offers to send a file to each upload URL of the tab's last response. Uploads of other tabs continue unseen. */
export function UploadPanels({ tab }: { readonly tab: string }): ReactNode {
  const { finished } = useSyncExternalStore(onRunState, runState);
  return [...finished].flatMap(([owner, { uploads }]) =>
    uploads.map(({ path, url }) => (
      <UploadPanel key={url} path={path} url={url} isHidden={owner !== tab} />
    )),
  );
}

interface UploadPanelProps {
  /** Path of the payload in the response, such as `addCallMedia`. */
  readonly path: string;
  readonly url: string;
  readonly isHidden: boolean;
}

function UploadPanel({ path, url, isHidden }: UploadPanelProps): ReactNode {
  const title = useId();
  return (
    <section className="upload-panel" aria-labelledby={title} hidden={isHidden}>
      <h2 id={title}>Send a file to the uploadUrl of {path}</h2>
      {isOfThisGateway(url) ? (
        <UploadForm url={url} />
      ) : (
        <p role="alert">
          The upload URL belongs to another address than this page, which sends files only to its
          own gateway. Open GraphiQL at {new URL(url).origin}, or send the file with curl.
        </p>
      )}
    </section>
  );
}

type UploadState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly sent: number; readonly size: number }
  | { readonly kind: 'done'; readonly response: UploadResponse }
  | { readonly kind: 'failed'; readonly message: string };

function UploadForm({ url }: { readonly url: string }): ReactNode {
  const field = useId();
  const [file, setFile] = useState<File | null>(null);
  const { state, send, stop } = useUpload(url);
  if (state.kind === 'done') return <Accepted response={state.response} />;
  const isSending = state.kind === 'sending';
  return (
    <>
      <div className="upload-row">
        <label htmlFor={field}>File</label>
        <input
          id={field}
          type="file"
          disabled={isSending}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
          }}
        />
        {isSending ? (
          <button type="button" className="cockpit-button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            className="cockpit-button"
            disabled={file === null}
            onClick={() => {
              if (file !== null) send(file);
            }}
          >
            Send
          </button>
        )}
      </div>
      {isSending && <Progress sent={state.sent} size={state.size} />}
      {state.kind === 'failed' && (
        <p role="alert" className="cost-warning">
          {state.message}
        </p>
      )}
    </>
  );
}

/** Sends a file to the URL, one at a time. */
function useUpload(url: string): {
  readonly state: UploadState;
  readonly send: (file: File) => void;
  readonly stop: () => void;
} {
  const [state, setState] = useState<UploadState>({ kind: 'waiting' });
  const sending = useRef<Sending>(null);
  useEffect(() => () => sending.current?.stop(), []);
  const send = (file: File): void => {
    const { size } = file;
    setState({ kind: 'sending', sent: 0, size });
    sending.current = sendFile(url, file, (sent) => {
      setState({ kind: 'sending', sent, size });
    });
    sending.current.response.then(
      (response) => {
        const [error] = response.errors ?? [];
        setState(
          error === undefined
            ? { kind: 'done', response }
            : { kind: 'failed', message: error.message },
        );
      },
      (error: unknown) => {
        setState({
          kind: 'failed',
          message: error instanceof Error ? error.message : String(error),
        });
      },
    );
  };
  return { state, send, stop: () => sending.current?.stop() };
}

const MEGABYTE = 1_000_000;

function Progress({ sent, size }: { readonly sent: number; readonly size: number }): ReactNode {
  const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);
  const text =
    sent < size
      ? `${megabytes(sent)} of ${megabytes(size)} MB sent`
      : 'All bytes sent. Waiting for Gong’s response';
  return (
    <div className="upload-row">
      <progress aria-label="Upload" value={sent} max={Math.max(1, size)} />
      <span>{text}</span>
    </div>
  );
}

function Accepted({ response }: { readonly response: UploadResponse }): ReactNode {
  const members = Object.entries(response).filter(([, value]) => typeof value !== 'object');
  return (
    <div role="status">
      <p className="upload-accepted">Gong accepted the file.</p>
      <dl>
        {members.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
