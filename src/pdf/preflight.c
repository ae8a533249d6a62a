#include "pdf/preflight.h"
#include "base/array.h"
#include "pdf/rules.h"
#include <stdarg.h>
#include <stdio.h>

enum { MOST_TREE = 64 };

struct rule_text {
    const char *archive, *access, *press, *text;
};
#define RULE_TEXT(name, archive, access, press, text) {archive, access, press, text},
static const struct rule_text rule_texts[] = {PREFLIGHT_RULES(RULE_TEXT)};

void rule_broken(struct checker *checker, enum rule rule, const char *format, ...) {
    struct finding *finding = &checker->found[rule];
    if (finding->place_count++ >= MOST_PLACES)
        return;
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    finding->places[finding->place_count - 1] = str_copy(checker->arena, str_from(text));
}

/* ---- pages ---- */

typedef ARRAY(struct checked_page) page_list;

static void walk_pages(struct checker *checker, const struct value *node, page_list *pages,
                       int depth) {
    const struct value *kids = reader_get(checker->reader, node, "Kids");
    for (size_t i = 0; kids->kind == VALUE_ARRAY && i < kids->count; i++) {
        size_t number = value_reference(&kids->items[i]);
        const struct value *kid = reader_resolve(checker->reader, &kids->items[i]);
        if (number == 0 || checker->page_of[number] || kid->kind != VALUE_DICTIONARY)
            continue;
        checker->page_of[number] = UINT32_MAX; /* so that a circle ends */
        if (!value_is(reader_get(checker->reader, kid, "Type"), "Page")) {
            if (depth < MOST_TREE)
                walk_pages(checker, kid, pages, depth + 1);
            continue;
        }
        array_push(pages, checker->arena, (struct checked_page){.value = kid, .number = number});
        checker->page_of[number] = (uint32_t)pages->count;
    }
}

static bool read_box(struct checker *checker, const struct value *page, const char *name,
                     double box[4]) {
    const struct value *value = reader_get(checker->reader, page, name);
    for (int i = 0; i < MOST_TREE && value->kind != VALUE_ARRAY; i++) {
        page = reader_get(checker->reader, page, "Parent");
        value = reader_get(checker->reader, page, name);
    }
    if (value->kind != VALUE_ARRAY || value->count != 4)
        return false;
    for (size_t i = 0; i < 4; i++)
        box[i] = reader_resolve(checker->reader, &value->items[i])->number;
    return box[2] > box[0] && box[3] > box[1];
}

/* Half a thousandth of a point is lost to rounding. */
static bool contains(const double outer[4], const double inner[4]) {
    return outer[0] <= inner[0] + 0.0005 && outer[1] <= inner[1] + 0.0005 &&
           outer[2] >= inner[2] - 0.0005 && outer[3] >= inner[3] - 0.0005;
}

static void check_boxes(struct checker *checker) {
    for (size_t i = 0; i < checker->page_count; i++) {
        struct checked_page *page = &checker->pages[i];
        bool media = read_box(checker, page->value, "MediaBox", page->media);
        bool bleed = read_box(checker, page->value, "BleedBox", page->bleed);
        bool trim = read_box(checker, page->value, "TrimBox", page->trim);
        if (!media || !bleed || !trim)
            rule_broken(checker, RULE_BOXES, "page %zu: a box is missing or empty", i + 1);
        else if (!contains(page->media, page->bleed) || !contains(page->bleed, page->trim))
            rule_broken(checker, RULE_BOXES, "page %zu: a box reaches out of the next one", i + 1);
        if (value_entry(page->value, "ArtBox")->kind != VALUE_NULL)
            rule_broken(checker, RULE_BOXES, "page %zu: an ArtBox besides the TrimBox", i + 1);
    }
}

static void find_pages(struct checker *checker) {
    page_list pages = {0};
    size_t end = reader_end(checker->reader);
    checker->page_of = arena_make(checker->arena, uint32_t, end + 1);
    checker->linked = arena_make(checker->arena, uint8_t, end + 1);
    walk_pages(checker, reader_get(checker->reader, checker->catalog, "Pages"), &pages, 0);
    for (size_t i = 0; i < end; i++)
        if (checker->page_of[i] == UINT32_MAX)
            checker->page_of[i] = 0;
    checker->pages = pages.at;
    checker->page_count = pages.count;
    check_boxes(checker);
}

/* ---- claims and findings ---- */

static bool says(const struct checker *checker, const char *text) {
    return str_find(checker->metadata, str_from(text)) != SIZE_MAX;
}

static void find_claims(struct checker *checker) {
    bool decoded = false;
    const struct value *stream = reader_get(checker->reader, checker->catalog, "Metadata");
    if (stream->stream.at)
        checker->metadata = reader_stream(checker->reader, stream, checker->arena, &decoded);
    checker->press = says(checker, "pdfxid:GTS_PDFXVersion");
    checker->archive = !checker->press || says(checker, "pdfaid:part");
    checker->part = says(checker, "<pdfaid:part>3<") ? 3 : 2;
    checker->access = !checker->press || says(checker, "pdfuaid:part");
}

static void add_clause(struct arena *arena, struct str *clauses, const char *standard,
                       const char *clause) {
    const char *comma = clauses->length ? "; " : "";
    *clauses = str_print(arena, "%.*s%s%s%s", STR_ARGS(*clauses), comma, standard, clause);
}

static struct str clauses_of(const struct checker *checker, const struct rule_text *rule) {
    struct str clauses = STR("");
    if (checker->archive && rule->archive)
        add_clause(checker->arena, &clauses, checker->part == 3 ? "ISO 19005-3, " : "ISO 19005-2, ",
                   rule->archive);
    if (checker->access && rule->access)
        add_clause(checker->arena, &clauses, "ISO 14289-1, ", rule->access);
    if (checker->press && rule->press)
        add_clause(checker->arena, &clauses,
                   str_equal(str_from(rule->press), STR(HOUSE)) ? "" : "ISO 15930-7, ",
                   rule->press);
    return clauses;
}

static struct preflight *conclude(struct checker *checker) {
    struct arena *arena = checker->arena;
    struct preflight *preflight = arena_make(arena, struct preflight, 1);
    preflight->findings = arena_make(arena, struct finding, RULES);
    preflight->passed = true;
    preflight->claims = STR("");
    if (checker->archive)
        add_clause(arena, &preflight->claims, checker->part == 3 ? "PDF/A-3a" : "PDF/A-2a", "");
    if (checker->access)
        add_clause(arena, &preflight->claims, "PDF/UA-1", "");
    if (checker->press)
        add_clause(arena, &preflight->claims, "PDF/X-4", "");
    for (int rule = 0; rule < RULES; rule++) {
        struct finding *finding = &checker->found[rule];
        finding->clause = clauses_of(checker, &rule_texts[rule]);
        finding->rule = rule_texts[rule].text;
        if (finding->clause.length == 0)
            continue;
        if (finding->place_count)
            finding->outcome = rule == RULE_SHARPNESS ? OUTCOME_WARNED : OUTCOME_FAILED;
        preflight->passed = preflight->passed && finding->outcome != OUTCOME_FAILED;
        preflight->findings[preflight->count++] = *finding;
    }
    return preflight;
}

struct preflight *preflight_run(struct str bytes, struct arena *arena, const char **wrong) {
    struct reader *reader = reader_new(bytes, arena, wrong);
    if (!reader)
        return NULL;
    struct checker *checker = arena_make(arena, struct checker, 1);
    checker->reader = reader;
    checker->arena = arena;
    checker->scratch = arena_new();
    checker->catalog = reader_get(reader, reader_trailer(reader), "Root");
    find_claims(checker);
    find_pages(checker);
    check_document(checker);
    check_files(checker);
    check_contents(checker);
    check_structure(checker);
    check_objects(checker);
    arena_free(checker->scratch);
    return conclude(checker);
}
