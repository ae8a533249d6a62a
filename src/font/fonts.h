/* Font files and families. Immutable after loading, shared between threads; a file is mapped when a
 * face of it is first asked for. */
#ifndef FONT_FONTS_H
#define FONT_FONTS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/length.h"
#include "base/str.h"
#include <stdbool.h>
#include <stdint.h>

struct hb_face_t;
struct hb_font_t;

/* One face of a font file. All measures are in font units, `upem` to the em. */
struct face {
    uint32_t index;           /* in the order of the manifest; stable between runs */
    const char *path;
    uint32_t collection_index; /* within a .ttc */
    struct str postscript_name;
    struct str family;
    bool bold, italic, cff;
    int32_t upem, ascender, descender, cap_height, x_height;
    int32_t underline_position, underline_thickness;
    uint32_t glyph_count;
    uint16_t space_glyph;     /* 0: none */
    int32_t space_advance;
    struct hb_face_t *hb_face;
    struct hb_font_t *hb_font; /* scale is upem, immutable */
};

struct family;
struct fonts;

/* What the manifest says; strings must outlive the fonts. */
struct family_files {
    struct str name;
    struct str files[4]; /* regular, bold, italic, bold italic; empty: none. "x.ttc#2" is the third face */
    struct span span;
    bool sans; /* without serifs */
};
struct fallback_rule {
    const struct str *scripts; /* ISO 15924; "*": any */
    size_t script_count;
    const struct str *languages; /* none: any */
    size_t language_count;
    const struct str *families; /* tried in order */
    size_t family_count;
};
struct fonts_request {
    const struct str *folders; /* searched in order */
    size_t folder_count;
    const struct family_files *families;
    size_t family_count;
    const struct fallback_rule *fallback;
    size_t fallback_count;
    bool later; /* look for a file when its face is first asked for: faults come then */
};

/* Finds the files (not yet their content). A file that is in no folder is a fault naming family,
 * file and folders. Free with fonts_free, after all that uses the faces. */
struct fonts *fonts_new(const struct fonts_request *request, struct arena *arena, struct diag *diag);
void fonts_free(struct fonts *fonts);

/* NULL when there is none of that name. */
const struct family *fonts_family(const struct fonts *fonts, struct str name);
/* The face of the family nearest to what is asked (bold italic -> bold -> regular). Opens and maps
 * the file on first use, safe from any thread; NULL, with a fault once, when it is damaged. */
const struct face *family_face(const struct fonts *fonts, const struct family *family, bool bold,
                               bool italic);
/* The first face, in the order of the fallback rules that match script and language, whose character
 * map has `code_point`; NULL when no font has it. Within a rule families with serifs come first for a
 * `family` with serifs, and those without for one without. */
const struct face *fonts_fallback(const struct fonts *fonts, const struct family *family,
                                  uint32_t code_point, struct str script,
                                  struct str language, bool bold, bool italic);
bool face_has(const struct face *face, uint32_t code_point);
/* Names of the families that would be tried, "PT Serif, Noto Sans Georgian", for messages. */
struct str fonts_tried(const struct fonts *fonts, const struct family *family, struct str script,
                       struct str language, struct arena *arena);
/* A face by its index, for the PDF layer; NULL when it was never opened. */
const struct face *fonts_face(const struct fonts *fonts, uint32_t index);
size_t fonts_face_count(const struct fonts *fonts);
/* The path of the file that holds the face, whether or not it was opened, owned by `arena`; NULL
 * when it is in no folder. Neighbours may share a file. */
const char *fonts_file(const struct fonts *fonts, uint32_t index, struct arena *arena);
/* Distance in sp of `units` font units at `size` sp. */
sp face_scale(const struct face *face, int64_t units, sp size);

#endif
