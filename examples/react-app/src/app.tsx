import { CallPage } from './call/callPage';
import { Footer } from './footer';
import { CallsPage } from './list/callsPage';
import { usePlace } from './place';

/** The page: a call if the URL names one, otherwise the list of calls. */
export function App() {
  const call = usePlace().get('call');
  return (
    <>
      {call === null ? <CallsPage /> : <CallPage key={call} id={call} />}
      <Footer />
    </>
  );
}
