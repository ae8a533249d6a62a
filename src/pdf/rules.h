/* The rules of preflight, and what a check under way knows of the file. */
#ifndef PDF_RULES_H
#define PDF_RULES_H

#include "pdf/preflight.h"
#include "pdf/reader.h"

/* RULE(name, clause of ISO 19005-2 and 19005-3, of ISO 14289-1, of ISO 15930-7, what the rule
 * says); NULL where a standard has none. The first two are numbered as in the profiles of veraPDF;
 * of ISO 15930-7 the subject within clause 6 is named. HOUSE marks what a press wants beyond its
 * standard. */
#define HOUSE "press"
#define PREFLIGHT_RULES(RULE)                                                                      \
    RULE(HEADER, "6.1.2", "6.1", "6", "the header names the version and marks the file as binary") \
    RULE(IDENTITY, "6.1.3", NULL, "6", "the trailer has an /ID")                                   \
    RULE(FILTERS, "6.1.7.2", NULL, "6",                                                            \
         "streams are whole, and packed by filters that are allowed")                              \
    RULE(INTENT, "6.2.3", NULL, "6, output intent", "one output intent, with its ICC profile")     \
    RULE(COLOUR, "6.2.4.3", NULL, "6, colour",                                                     \
         "device colours are those of the output intent; others have a profile")                   \
    RULE(PLATES, "6.2.4.4", NULL, "6, colour",                                                     \
         "plates of one name are the same everywhere, and have other colours in their stead")      \
    RULE(GRAPHICS, "6.2.5, 6.2.10", NULL, "6, graphics",                                           \
         "no transfer curves, only standard blending")                                             \
    RULE(PICTURES, "6.2.8", NULL, "6, images", "no alternate, outside or interpolated pictures")   \
    RULE(EMBEDDED, "6.2.11.4.1", "7.21.4.1", "6, fonts", "every font is embedded")                 \
    RULE(GLYPHS, "6.2.11.3.2", "7.21.3.2", "6, fonts", "codes lead to glyphs by an embedded map")  \
    RULE(NOTDEF, "6.2.11.8", "7.21.8", NULL, "no text shows the sign for a missing glyph")         \
    RULE(UNICODE, "6.2.11.7.2", "7.21.7", NULL, "every font says what its codes mean")             \
    RULE(ANNOTATIONS, "6.3.1", NULL, NULL, "annotations are of kinds that stay readable")          \
    RULE(FLAGS, "6.3.2", NULL, NULL, "annotations are printed and not hidden")                     \
    RULE(ACTIONS, "6.5.1, 6.5.2", NULL, "6, actions", "no scripts, no starting of programs")       \
    RULE(FILES, "6.8", "7.11", "6", "files are attached by PDF/A-3 alone, and say what they are")  \
    RULE(METADATA, "6.6.2.1", "7.1", "6, metadata", "the catalog has XMP metadata")                \
    RULE(SCHEMAS, "6.6.2.3.1", NULL, NULL, "schemas that PDF/A does not know are described")       \
    RULE(INFORMATION, "6.6.3", NULL, "6, metadata", "the information dictionary agrees with XMP")  \
    RULE(ARCHIVE, "6.6.4", NULL, NULL, "XMP names part and conformance of PDF/A")                  \
    RULE(ACCESSIBLE, NULL, "5", NULL, "XMP names PDF/UA-1")                                        \
    RULE(MARKED, "6.7.2.2", "6.2", NULL, "the catalog says that content is marked")                \
    RULE(TREE, "6.7.3.3", "7.1", NULL, "there is a structure tree, whole in both directions")      \
    RULE(TYPES, "6.7.3.4", "7.1", NULL, "structure types are standard ones or mapped to them")     \
    RULE(LANGUAGE, "6.7.4", "7.2", NULL, "the document has a language")                            \
    RULE(CONTENT, NULL, "7.1", NULL, "all content is tagged or an artifact")                       \
    RULE(TITLE, NULL, "7.1", NULL, "the document has a title, and windows show it")                \
    RULE(FIGURES, NULL, "7.3", NULL, "every figure has another text")                              \
    RULE(HEADINGS, NULL, "7.4.2", NULL, "headings begin at the first level and leave none out")    \
    RULE(TABLES, NULL, "7.2, 7.5", NULL,                                                           \
         "cells stand in rows of tables, and heads say whose they are")                            \
    RULE(LISTS, NULL, "7.2, 7.6", NULL, "lists are made of items")                                 \
    RULE(NOTES, NULL, "7.9", NULL, "every note has an id of its own")                              \
    RULE(DESCRIBED, NULL, "7.18.5", NULL, "every link says in words where it leads")               \
    RULE(TABS, NULL, "7.18.3", NULL, "tabbing follows the structure on pages with links")          \
    RULE(LINKS, NULL, "7.18.5", NULL, "every link is part of a Link in the structure")             \
    RULE(EXCHANGE, NULL, NULL, "6, identification", "XMP names PDF/X-4")                           \
    RULE(TRAPPED, NULL, NULL, "6, trapping", "the file says whether it is trapped")                \
    RULE(NAMED, NULL, NULL, "6, metadata",                                                         \
         "XMP has title, dates, and names of document and version")                                \
    RULE(BOXES, NULL, NULL, "6, page boxes", "the trim lies in the bleed, the bleed on the sheet") \
    RULE(OUTSIDE, NULL, NULL, "6, annotations", "no annotation reaches into the bleed")            \
    RULE(MARKS, NULL, NULL, "6, page boxes", "printer's marks stand outside the bleed")            \
    RULE(OPAQUE, NULL, NULL, HOUSE, "nothing is transparent")                                      \
    RULE(BLACK, NULL, NULL, HOUSE, "black text is of black ink alone and overprints")              \
    RULE(INK, NULL, NULL, HOUSE, "no more than 300 % of ink, or what the output intent says")      \
    RULE(LINES, NULL, NULL, HOUSE, "no line is thinner than 0.25 pt")                              \
    RULE(RESOLUTION, NULL, NULL, HOUSE, "pictures have 150 pixels an inch at their printed size")  \
    RULE(SHARPNESS, NULL, NULL, HOUSE, "pictures have 225 pixels an inch at their printed size")

#define RULE_NAME(name, archive, access, press, text) RULE_##name,
enum rule { PREFLIGHT_RULES(RULE_NAME) RULES };
#undef RULE_NAME

struct checked_page {
    const struct value *value;
    size_t number;
    double media[4], bleed[4], trim[4];
    uint32_t *owners; /* by MCID: the structure element that has it, 0 none */
    size_t marked;    /* one more than the greatest MCID */
};

struct checker {
    struct reader *reader;
    struct arena *arena, *scratch; /* scratch is rewound after each page */
    bool archive, access, press;   /* what the file claims */
    int part;                      /* of PDF/A: 2 or 3 */
    const struct value *catalog;
    struct str metadata;
    char intent;        /* R, C or G: the colours of the output intent; 0 none */
    unsigned ink_limit; /* percent */
    struct checked_page *pages;
    size_t page_count;
    uint32_t *page_of; /* by object: index of the page plus one */
    uint8_t *linked;   /* by object: an annotation that a Link of the structure has */
    struct finding found[RULES];
};

/* Notes where the rule is broken. */
void rule_broken(struct checker *checker, enum rule rule, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The parts of a check. Structure comes after contents, objects after structure. */
void check_document(struct checker *checker);  /* header, catalog, metadata, output intent */
void check_files(struct checker *checker);     /* what is attached */
void check_objects(struct checker *checker);   /* fonts, pictures, annotations, wherever they are */
void check_contents(struct checker *checker);  /* what the pages paint */
void check_structure(struct checker *checker); /* the structure tree */

#endif
