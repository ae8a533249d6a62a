/* Attached files (ISO 19005-3, 6.8; ISO 14289-1, 7.11): each is listed with its relationship, says
 * in words what it is, and is whole. */
#include "pdf/md5.h"
#include "pdf/rules.h"

enum { MOST_DEPTH = 32 };

static const struct value *get(struct checker *checker, const struct value *object,
                               const char *key) {
    return reader_get(checker->reader, object, key);
}

static bool is_associated(struct checker *checker, size_t number) {
    const struct value *list = get(checker, checker->catalog, "AF");
    for (size_t i = 0; list->kind == VALUE_ARRAY && i < list->count; i++)
        if (value_reference(&list->items[i]) == number)
            return true;
    return false;
}

static void check_stream(struct checker *checker, const struct value *stream, struct str name) {
    const struct value *values = get(checker, stream, "Params");
    if (get(checker, stream, "Subtype")->kind != VALUE_NAME)
        rule_broken(checker, RULE_FILES, "%.*s: no type of MIME", STR_ARGS(name));
    if (get(checker, values, "ModDate")->kind != VALUE_STRING)
        rule_broken(checker, RULE_FILES, "%.*s: no /ModDate", STR_ARGS(name));
    bool decoded = false;
    struct arena_mark mark = arena_mark(checker->scratch);
    struct str bytes = reader_stream(checker->reader, stream, checker->scratch, &decoded);
    unsigned char digest[MD5_BYTES];
    md5(bytes, digest);
    if (!decoded || bytes.length != value_size(get(checker, values, "Size"), SIZE_MAX) ||
        !str_equal(get(checker, values, "CheckSum")->text,
                   (struct str){(const char *)digest, MD5_BYTES}))
        rule_broken(checker, RULE_FILES, "%.*s: it is not whole", STR_ARGS(name));
    arena_rewind(checker->scratch, mark);
}

static void check_file(struct checker *checker, struct str name, const struct value *entry) {
    static const char *const wanted[] = {"F", "UF", "Desc"};
    const struct value *file = reader_resolve(checker->reader, entry);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (get(checker, file, wanted[i])->text.length == 0)
            rule_broken(checker, RULE_FILES, "%.*s: no /%s", STR_ARGS(name), wanted[i]);
    if (get(checker, file, "AFRelationship")->kind != VALUE_NAME ||
        !is_associated(checker, value_reference(entry)))
        rule_broken(checker, RULE_FILES, "%.*s: no relationship to the document", STR_ARGS(name));
    const struct value *stream = get(checker, get(checker, file, "EF"), "F");
    if (!stream->stream.at)
        rule_broken(checker, RULE_FILES, "%.*s: the file itself is missing", STR_ARGS(name));
    else
        check_stream(checker, stream, name);
}

/* A name tree (ISO 32000-1, 7.9.6). */
static void walk_names(struct checker *checker, const struct value *node, int depth) {
    const struct value *kids = get(checker, node, "Kids"), *names = get(checker, node, "Names");
    for (size_t i = 0; kids->kind == VALUE_ARRAY && i < kids->count && depth < MOST_DEPTH; i++)
        walk_names(checker, reader_resolve(checker->reader, &kids->items[i]), depth + 1);
    for (size_t i = 0; names->kind == VALUE_ARRAY && i + 1 < names->count; i += 2)
        check_file(checker, reader_resolve(checker->reader, &names->items[i])->text,
                   &names->items[i + 1]);
}

void check_files(struct checker *checker) {
    const struct value *names =
        get(checker, get(checker, checker->catalog, "Names"), "EmbeddedFiles");
    if (names->kind == VALUE_NULL)
        return;
    if (checker->part != 3)
        rule_broken(checker, RULE_FILES, "the catalog: XMP does not say part 3");
    walk_names(checker, names, 0);
}
