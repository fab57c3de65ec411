const SETTINGS = /^(SENTRY|WHENCE|SPOTLIGHT)_|^(ENVIRONMENT|VERSION|HOST|PORT)$/;

/** Returns this process's variables without any that would set up what is tested. */
export function cleanEnvironment(additions = {}) {
  const others = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name));
  return { ...Object.fromEntries(others), ...additions };
}
