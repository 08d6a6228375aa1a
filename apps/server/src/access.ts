import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './refusal.ts';

/**
 * Who may ask. The server listens on this computer only, but every page in the person's browser can reach it: so the name
 * it was asked under must be ours (a foreign name that was pointed at this address is refused), and a change must come
 * from our own pages. Programs without a browser send no Origin and are let through: they run on this computer anyway.
 */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

export function checkAccess(request: FastifyRequest, hosts: readonly string[]): void {
  const host = request.headers.host ?? '';
  const name = nameOf(host);
  if (!loopback.includes(name) && !hosts.includes(name)) {
    refuse(
      'server.host-refused',
      '',
      'This server was asked under a name that is not its own.',
      'Open it as http://localhost with its port, or list the name in STRIA_HOSTS.',
    );
  }
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const foreignOrigin = origin !== undefined && !sameHost(origin, host);
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if ((!reads && (foreignOrigin || foreignSite)) || (reads && isApi(request.url) && (foreignOrigin || foreignSite))) {
    refuse(
      'server.origin-refused',
      '',
      'Another website asked for this, so it was not done.',
      'Use the app from its own address.',
    );
  }
}

export const isApi = (url: string): boolean => url === '/api' || url.startsWith('/api/') || url.startsWith('/api?');

const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '');

function sameHost(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host.toLowerCase();
  } catch {
    return false; // `null`: a sandboxed page or a file
  }
}

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The browser's own viewer shows a printable frame with styles of its own, which our policy would forbid it. */
const policyOfPdf = "frame-ancestors 'none'";

export function protect(request: FastifyRequest, reply: FastifyReply): void {
  const pdf = request.url.split('?')[0]?.endsWith('.pdf') === true;
  reply.headers({
    'content-security-policy': pdf ? policyOfPdf : policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  });
  if (isApi(request.url)) reply.header('cache-control', 'no-store');
}

/** A burst of 600 requests a sender, then 60 a second: far above what one app asks for, far below what would hurt. */
const BURST = 600;
const REFILL_PER_SECOND = 60;

export interface Gauge {
  /** Refuses where the sender has asked too often. */
  count(sender: string, nowMs: number): void;
}

export function newGauge(): Gauge {
  const senders = new Map<string, { left: number; atMs: number }>();
  return {
    count: (sender, nowMs) => {
      const before = senders.get(sender) ?? { left: BURST, atMs: nowMs };
      const left = Math.min(BURST, before.left + ((nowMs - before.atMs) / 1000) * REFILL_PER_SECOND) - 1;
      senders.set(sender, { left: Math.max(left, 0), atMs: nowMs });
      if (senders.size > 10_000) senders.clear();
      if (left < 0) {
        refuse(
          'server.too-many-requests',
          '',
          'Too many requests in a short time.',
          'Wait a few seconds; what is on the device stays there.',
        );
      }
    },
  };
}
