/* Files: mapped for reading; for output written beside the target and renamed over it. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/str.h"
#include <stdbool.h>

/* The whole file mapped read-only. On failure a fault at `span` (or, without one, the file itself)
 * and false. */
struct mapping {
    struct str bytes;
};
bool mapping_open(struct mapping *mapping, const char *path, struct span span, struct diag *diag);
void mapping_close(struct mapping *mapping);
/* Takes the file out of memory until it is read again. */
void mapping_forget(const struct mapping *mapping);

/* Of the whole file; false when it cannot be read. */
bool file_digest(const char *path, struct digest *digest);

bool file_exists(const char *path);
bool folder_exists(const char *path);
/* Regular files in `folder` whose names end in `suffix`, with the folder before them, sorted by
 * bytes; hidden files are passed over. A folder that is not there gives none. */
struct str *folder_list(struct arena *arena, const char *folder, const char *suffix, size_t *count);
/* Makes the folder and those above it. False with errno set. */
bool folder_make(const char *path);

struct str path_join(struct arena *arena, struct str folder, struct str name);
struct str path_folder(struct str path);  /* "a/b.yaml" -> "a"; "b.yaml" -> "." */
struct str path_name(struct str path);    /* "a/b.yaml" -> "b.yaml" */

/* Output that appears whole or not at all: written to a temporary file in the folder of `path`,
 * flushed, synced, renamed. path "-" writes to standard output. Every write and close is checked;
 * the first failure is kept and reported by file_output_finish. */
struct file_output;
struct file_output *file_output_open(struct arena *arena, const char *path, struct diag *diag);
bool file_output_write(struct file_output *output, const void *bytes, size_t length);
/* False, with a fault that names the file, when a write failed. */
bool file_output_holds(const struct file_output *output, struct diag *diag);
/* Closes, but neither syncs nor renames: of many outputs in a folder none need appear before all are
 * there; file_outputs_sync then comes before file_output_finish. On any failure a fault and false;
 * the output is then to be abandoned. */
bool file_output_seal(struct file_output *output, struct diag *diag);
/* Syncs the outputs of the folder that are sealed; on failure a fault and false. */
bool file_outputs_sync(const char *folder, struct diag *diag);
/* Syncs and closes, unless it is sealed, and renames; on any failure a fault, the temporary file removed, false. */
bool file_output_finish(struct file_output *output, struct diag *diag);
/* Of all bytes written so far. */
struct digest file_output_digest(const struct file_output *output);
/* Removes the temporary file; the earlier output stays. */
void file_output_abandon(struct file_output *output);

#endif
