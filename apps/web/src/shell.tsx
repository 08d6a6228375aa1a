import { type JSX, lazy, Suspense, useRef } from 'react';
import { Link, NavLink, Route, Routes, useLocation } from 'react-router';
import { useKeep } from './keep/index.ts';
import { Icon, type IconName } from './parts/icon.tsx';
import { ErrorNotice } from './parts/notice.tsx';
import { Page } from './parts/page.tsx';
import { RoomBoundary } from './parts/room-boundary.tsx';
import { Help } from './rooms/help/help.tsx';

/** Each room is a file of its own and comes when it is entered; the first load carries the shell and the keeper only. */
const Today = lazy(() => import('./rooms/today/today.tsx'));
const Welcome = lazy(() => import('./rooms/welcome/welcome.tsx'));
const Start = lazy(() => import('./rooms/start/start.tsx'));
const SessionRoom = lazy(() => import('./rooms/session/session-room.tsx'));
const CheckIn = lazy(() => import('./rooms/check-in/check-in.tsx'));
const Photos = lazy(() => import('./rooms/photo/photos.tsx'));
const Compare = lazy(() => import('./rooms/photo/compare.tsx'));
const ReportRoom = lazy(() => import('./rooms/report/report-room.tsx'));
const Method = lazy(() => import('./rooms/method/method.tsx'));
const HelpAfter = lazy(() => import('./rooms/check-in/help-after.tsx'));
const Learn = lazy(() => import('./rooms/learn/learn.tsx'));
const Shelf = lazy(() => import('./rooms/shelf/shelf.tsx'));
const Settings = lazy(() => import('./rooms/settings/settings.tsx'));

const places: readonly { to: string; name: string; icon: IconName }[] = [
  { to: '/', name: 'Today', icon: 'today' },
  { to: '/photos', name: 'Photos', icon: 'photos' },
  { to: '/start', name: 'May I?', icon: 'start' },
  { to: '/learn', name: 'Learn', icon: 'learn' },
  { to: '/settings', name: 'Settings', icon: 'settings' },
];

/** “Get help now” has the whole screen, and waits neither for the store nor for a chart; everything else is a room. */
export function Shell(): JSX.Element {
  return (
    <Routes>
      <Route
        path="/help"
        element={
          <main>
            <Help />
          </main>
        }
      />
      <Route path="/help/:checkIn" element={<HelpOfCheckIn />} />
      <Route path="*" element={<Around />} />
    </Routes>
  );
}

/** Help after a check-in: in its place stands the plain page until the chart is read, or where it cannot be. */
function HelpOfCheckIn(): JSX.Element {
  const { phase } = useKeep();
  const { pathname } = useLocation();
  return (
    <main>
      {phase === 'open' ? (
        <RoomBoundary place={pathname}>
          <Suspense fallback={<Help />}>
            <HelpAfter />
          </Suspense>
        </RoomBoundary>
      ) : (
        <Help />
      )}
    </main>
  );
}

/** What stands round every room: skip link, brand, whose chart this is, the way to help, the five places. */
function Around(): JSX.Element {
  const main = useRef<HTMLElement>(null);
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the page
      </button>
      <header className="masthead no-print">
        <Link to="/" className="brand">
          <Mark /> stria
        </Link>
        <WhoseChart />
        <Link to="/help" className="help-link">
          Get help now
        </Link>
      </header>
      <main className="room" ref={main} tabIndex={-1}>
        <Rooms />
      </main>
      <nav className="nav no-print" aria-label="Places">
        <ul>
          {places.map((place) => (
            <li key={place.to}>
              <NavLink to={place.to} end={place.to === '/'}>
                <Icon name={place.icon} />
                {place.name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Rooms(): JSX.Element {
  const { pathname } = useLocation();
  const { phase, failure, record } = useKeep();
  if (phase === 'opening') return <p role="status">Opening your chart…</p>;
  if (phase === 'failed') {
    return (
      <Page title="stria could not open its store">
        <ErrorNotice problems={failure} kept="Nothing was changed or taken away." />
      </Page>
    );
  }
  // Without a chart there is one way in; what can be read without one stays open.
  const start = record === undefined ? <Welcome /> : undefined;
  return (
    <RoomBoundary place={pathname}>
      <Suspense fallback={<p role="status">One moment…</p>}>
        <Routes>
          <Route path="/" element={start ?? <Today />} />
          <Route path="/start/*" element={start ?? <Start />} />
          <Route path="/session/*" element={start ?? <SessionRoom />} />
          <Route path="/shelf/*" element={start ?? <Shelf />} />
          <Route path="/check-in/*" element={start ?? <CheckIn />} />
          <Route path="/photos/*" element={start ?? <Photos />} />
          <Route path="/compare/*" element={start ?? <Compare />} />
          <Route path="/report" element={start ?? <ReportRoom />} />
          <Route path="/method/*" element={start ?? <Method />} />
          <Route path="/learn/*" element={<Learn />} />
          <Route path="/settings/*" element={<Settings />} />
          <Route path="*" element={<NoSuchPage />} />
        </Routes>
      </Suspense>
    </RoomBoundary>
  );
}

function WhoseChart(): JSX.Element | null {
  const { state, charts } = useKeep();
  if (state.invented) {
    return (
      <p className="masthead-chart">
        <span className="invented">invented</span> {state.alias}
      </p>
    );
  }
  return charts.length > 1 ? <p className="masthead-chart">Chart: {state.alias}</p> : null;
}

function NoSuchPage(): JSX.Element {
  return (
    <Page title="There is no such page" lead="The address may have been cut off. Your chart is where it was.">
      <p>
        <Link to="/">Go to Today</Link>
      </p>
    </Page>
  );
}

function Mark(): JSX.Element {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="18" fill="var(--accent)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="5" strokeLinecap="round">
        <path d="M18 47c-2-11 1-22 6-30" />
        <path d="M31 49c-3-11 0-23 6-33" />
        <path d="M44 47c-2-10 0-19 4-26" />
      </g>
    </svg>
  );
}
