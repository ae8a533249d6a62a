/* fonts/fonts.yaml: which files make which family, and what stands in for a missing glyph. */
#ifndef MODEL_MANIFEST_H
#define MODEL_MANIFEST_H

#include "yaml/schema.h"
#include "yaml/value.h"

struct manifest_family {
    struct string key; /* "PT Serif" */
    struct string regular, bold, italic,
        bold_italic; /* file names; "name.ttc#2" is the third face */
    struct boolean sans; /* without serifs */
    struct string licence;
    struct span span;
};

/* Families tried, in order, for characters of the scripts (ISO 15924 codes). */
struct manifest_fallback {
    struct strings scripts;   /* "Geor", "Arab"; "*": any */
    struct strings languages; /* when given: only for text in these languages (ja, zh-Hant …) */
    struct strings families;
    struct span span;
};

struct manifest {
    struct strings folders; /* searched in order after the folder of the manifest itself */
    LIST(struct manifest_family) families;
    LIST(struct manifest_fallback) fallback;
    struct span span;
};

extern const struct record manifest_record;

/* Reads the manifest; NULL after faults. */
const struct manifest *manifest_load(struct arena *arena, const char *path, struct diag *diag);

#endif
