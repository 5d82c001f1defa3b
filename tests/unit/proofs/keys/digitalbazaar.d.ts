/** What the tests of keys use of two libraries that bring no types. */
declare module '@digitalbazaar/ecdsa-multikey' {
  export function generate(options: { curve: string }): Promise<{
    publicKeyMultibase: string;
    export(options: { secretKey: boolean }): Promise<{ secretKeyMultibase: string }>;
  }>;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(): Promise<{
    publicKeyMultibase: string;
    export(options: { secretKey: boolean }): Promise<{ secretKeyMultibase: string }>;
  }>;
}
