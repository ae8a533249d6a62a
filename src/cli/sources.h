/* The data files behind a document, for --attach-source. */
#ifndef CLI_SOURCES_H
#define CLI_SOURCES_H

#include "cli/session.h"
#include "doc/doc.h"
#include "pdf/pdf.h"

/* The record that the job makes a document of, then the releases, missions and other records whose
 * text stands in it, in the order of their names; labels and themes are not among them. Names are
 * those of the files without folder; where two would be the same, all have a number before them.
 * Owned by `arena`; *count is at least 1. */
const struct attachment *sources_of(const struct model *model, const struct job *job,
                                    const struct doc *doc, struct arena *arena, size_t *count);

#endif
