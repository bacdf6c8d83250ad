export interface NamedOrganization {
  readonly id: string;
  readonly name: string;
}
