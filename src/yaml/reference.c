/* The field reference: for each record a heading, a sentence and a table of its fields. */
#include "yaml/below.h"
#include <string.h>

static const char *type_words(enum field_type type) {
    switch (type) {
    case FIELD_STRING:
        return "one line of text";
    case FIELD_ID:
        return "id: a-z, 0-9 and -";
    case FIELD_TEXT:
        return "text, or one by language";
    case FIELD_MARKDOWN:
        return "Markdown, or one by language";
    case FIELD_INTEGER:
        return "whole number";
    case FIELD_BOOLEAN:
        return "`true` or `false`";
    case FIELD_DATE:
        return "day, month or year";
    case FIELD_DAY:
        return "day";
    case FIELD_LENGTH:
        return "length in pt, mm, cm or in";
    case FIELD_SHARE:
        return "share in %";
    case FIELD_COLOUR:
        return "colour: `\"#RRGGBB\"`, or `rgb`, `cmyk` and `spot`";
    case FIELD_CHOICE:
        return "one of";
    case FIELD_LANGUAGE:
        return "language (BCP 47)";
    case FIELD_COUNTRY:
        return "country (ISO 3166-1, two capitals)";
    case FIELD_EMAIL:
        return "e-mail address";
    case FIELD_URL:
        return "web address";
    case FIELD_PATH:
        return "file, seen from the file that names it";
    case FIELD_REFERENCE:
        return "id of another record";
    case FIELD_RECORD:
    case FIELD_MAP:
        break;
    }
    return "";
}

/* A bar would end the cell. */
static void print_cell(FILE *out, const char *text) {
    for (; text && *text; text++) {
        if (*text == '|')
            fputc('\\', out);
        fputc(*text == '\n' ? ' ' : *text, out);
    }
}

static void print_type(FILE *out, const struct field *field) {
    if (field->list)
        fputs("list of: ", out);
    if (field->type == FIELD_RECORD)
        fprintf(out, "[%s](#%s)", field->record->name, field->record->name);
    else if (field->type == FIELD_MAP)
        fprintf(out, "`name:` [%s](#%s)", field->record->name, field->record->name);
    else
        fputs(type_words(field->type), out);
    for (size_t i = 0; field->type == FIELD_CHOICE && i < field->choices->count; i++)
        fprintf(out, "%s`%s`", i ? ", " : " ", field->choices->words[i]);
}

static void print_field(FILE *out, const struct field *field) {
    if (field->name[0])
        fprintf(out, "| `%s`%s | ", field->name, field->required ? " (required)" : "");
    else
        fputs("| *the value itself* | ", out);
    print_type(out, field);
    fputs(" | ", out);
    print_cell(out, field->about);
    if (field->example) {
        fputs(field->about ? " `" : "`", out);
        print_cell(out, field->example);
        fputc('`', out);
    }
    fputs(" |\n", out);
}

static void print_record(FILE *out, const struct record *record, int level) {
    fprintf(out, "%.*s %s\n\n", level, "######", record->name);
    if (record->about)
        fprintf(out, "%s\n\n", record->about);
    fputs("| key | value | |\n|---|---|---|\n", out);
    for (size_t i = 0; i < record->count; i++)
        print_field(out, &record->fields[i]);
    fputc('\n', out);
}

void schema_reference(const struct record *record, FILE *out) {
    struct arena *arena = arena_new();
    struct records records = records_below(arena, record);
    for (size_t i = 0; i < records.count; i++)
        print_record(out, records.at[i], i ? 3 : 2);
    arena_free(arena);
}
