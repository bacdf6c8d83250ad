import type { Degraded, Denial, SignInAgain } from '#/features/auth/person.ts';
import type { DeletionRefusal, DeletionStep } from '#/features/stores/delete-in-request.server.ts';
import type { DeletionReceipt } from '#/features/stores/deletion-record.server.ts';
import type { StoreConcern, StoreLook } from '#/features/stores/look.ts';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import type { Page } from '../table/page-of.ts';

/** A store as the table has it. */
export interface StoreRow extends Store {
  /** Whose it is. */
  readonly organizations: readonly NamedOrganization[];
  /** Null where its object did not answer. */
  readonly look: StoreLook | null;
  readonly concerns: readonly StoreConcern[];
}

export interface StoresPage extends Page<StoreRow> {
  readonly ok: true;
  /** Too many stores for their objects to be asked are in the order of what each said then or later, epoch ms. */
  readonly orderedAsOf: number | null;
}

/** Everything about one store. */
export interface StoreDetail {
  readonly ok: true;
  readonly kind: 'store';
  readonly store: StoreRow;
  /** Of this Worker; `look.schemaVersion` is the same where all is well. */
  readonly newestSchema: number;
  /** Organizations that it could be given to, by name. */
  readonly others: readonly NamedOrganization[];
  /** When its object was asked, epoch ms. */
  readonly at: number;
}

/** What is left of a store that is not there any more. */
export interface StoreGone {
  readonly ok: true;
  readonly kind: 'gone';
  readonly slug: string;
  /** Null while the deletion is under way. */
  readonly receipt: DeletionReceipt | null;
}

export interface StoreRefusal {
  readonly ok: false;
  readonly code:
    | 'store_unknown'
    | 'store_exists'
    | 'store_being_deleted'
    | 'organization_unknown'
    | 'unreachable'
    | 'unavailable';
  readonly requestId: string;
}

/** Fields that cannot be like this, by name. */
export interface FieldsWrong {
  readonly ok: false;
  readonly code: 'fields_wrong';
  readonly fields: readonly string[];
  readonly requestId: string;
}

export type Choices = { readonly ok: true; readonly organizations: readonly NamedOrganization[] } | Denial;
export type Stores = StoresPage | Denial;
export type OneStore =
  | StoreDetail
  | StoreGone
  | { readonly ok: false; readonly code: 'store_unknown'; readonly requestId: string }
  | Denial;
export type Saved =
  | { readonly ok: true; readonly slug: string }
  | FieldsWrong
  | StoreRefusal
  | Degraded
  | Denial;
export type Deleted = DeletionStep | DeletionRefusal | SignInAgain | Degraded | Denial;
/** 0 to 1; null where there is none (any more). */
export type Progress = { readonly ok: true; readonly rebuilding: number | null } | StoreRefusal | Denial;
