/** What can be set for the whole application. */

/** Settings that a person sees, with what they are for. All are absent by default. */
export const visibleSettings = {
  proxy: 'Proxy for all requests, such as http://proxy.example.com:8080. Default: HTTPS_PROXY and HTTP_PROXY.',
  caFile: 'Absolute path of a file with certificates (PEM) to trust besides those of the system. Default: none.',
} as const;

export type VisibleSettingKey = keyof typeof visibleSettings;

/** `defaultProfile` holds an id and is set by choosing the default profile; it is not listed. */
export type SettingKey = VisibleSettingKey | 'defaultProfile';
