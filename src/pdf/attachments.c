#include "pdf/attachments.h"
#include "pdf/md5.h"
#include "pdf/metadata.h"
#include "pdf/string.h"
#include "pdf/tree.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b) {
    const struct attachment *left = a, *right = b;
    return str_compare(left->name, right->name);
}

/* As a name of PDF: "/application#2Fyaml". */
static void put_type(struct str type, struct buffer *out) {
    buffer_text(out, "/Subtype/");
    for (size_t i = 0; i < type.length; i++) {
        if (type.at[i] == '/')
            buffer_text(out, "#2F");
        else
            buffer_bytes(out, type.at + i, 1);
    }
}

/* The stream of the file itself; its number, 0 after a fault. */
static uint32_t write_file(const struct document *document, const struct attachment *attachment) {
    struct mapping mapping;
    if (!mapping_open(&mapping, attachment->path, (struct span){0}, document->diag))
        return 0;
    unsigned char digest[MD5_BYTES];
    md5(mapping.bytes, digest);
    struct buffer dict = {0};
    buffer_text(&dict, "/Type/EmbeddedFile");
    put_type(attachment->type, &dict);
    buffer_print(&dict, "/Params<</Size %zu", mapping.bytes.length);
    date_put(document, "/ModDate", &dict);
    buffer_text(&dict, "/CheckSum");
    string_bytes(&dict, (struct str){(const char *)digest, MD5_BYTES});
    buffer_text(&dict, ">>");
    uint32_t number = writer_reserve(document->writer, 1);
    writer_put_deflated(document->writer, number, buffer_view(&dict), mapping.bytes);
    buffer_free(&dict);
    mapping_close(&mapping);
    return number;
}

/* The file specification; its number, 0 after a fault. */
static uint32_t write_one(const struct document *document, const struct attachment *attachment) {
    uint32_t file = write_file(document, attachment);
    if (file == 0)
        return 0;
    struct buffer body = {0};
    buffer_text(&body, "/Type/Filespec/AFRelationship/Source/F");
    string_text(&body, attachment->name);
    buffer_text(&body, "/UF");
    string_text(&body, attachment->name);
    buffer_text(&body, "/Desc");
    string_text(&body, attachment->description);
    buffer_print(&body, "/EF<</F %u 0 R/UF %u 0 R>>", (unsigned)file, (unsigned)file);
    uint32_t number = writer_reserve(document->writer, 1);
    writer_put(document->writer, number, buffer_view(&body));
    buffer_free(&body);
    return number;
}

struct attached attachments_write(const struct document *document) {
    size_t count = document->options->attachment_count;
    if (count == 0)
        return (struct attached){0};
    struct attachment *sorted = arena_make(document->arena, struct attachment, count);
    memcpy(sorted, document->options->attachments, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_name);
    struct tree tree = tree_start(document->writer, document->arena, "Names");
    struct buffer key = {0}, value = {0}, list = {0};
    for (size_t i = 0; i < count; i++) {
        uint32_t number = write_one(document, &sorted[i]);
        key.length = value.length = 0;
        string_bytes(&key, sorted[i].name);
        buffer_print(&value, "%u 0 R", (unsigned)number);
        tree_add(&tree, buffer_view(&key), buffer_view(&value));
        buffer_text(&list, i ? " " : "[");
        buffer_str(&list, buffer_view(&value));
    }
    buffer_text(&list, "]");
    struct attached attached = {tree_finish(&tree), str_copy(document->arena, buffer_view(&list))};
    buffer_free(&key);
    buffer_free(&value);
    buffer_free(&list);
    return attached;
}
