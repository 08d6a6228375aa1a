import type { Browser, LaunchOptions } from 'playwright-core';

export function launchChromium(options?: LaunchOptions): Promise<Browser>;
export function findChromium(): Promise<{ executablePath: string; env: Record<string, string> }>;
