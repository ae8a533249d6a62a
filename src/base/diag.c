/* Messages in order of arrival, and a hash set of them that keeps each once. */
#include "base/diag.h"
#include "base/array.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct diag {
    struct arena *arena;
    ARRAY(struct message) messages;
    uint32_t *slots; /* index + 1 into messages; 0 free; linear probing */
    size_t slot_count;
    size_t faults;
};

struct diag *diag_new(struct arena *arena) {
    struct diag *diag = arena_make(arena, struct diag, 1);
    diag->arena = arena;
    return diag;
}

static uint64_t message_hash(const struct message *message) {
    uint64_t place = (uint64_t)message->span.line << 32 | message->span.column;
    return str_hash(message->text) ^ place * 0x9E3779B97F4A7C15u;
}

static int file_order(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "");
}

static bool message_same(const struct message *a, const struct message *b) {
    return a->severity == b->severity && a->span.line == b->span.line &&
           a->span.column == b->span.column && file_order(a->span.file, b->span.file) == 0 &&
           str_equal(a->text, b->text);
}

/* The slot of an equal message, or the free one where it belongs. */
static uint32_t *slot_of(const struct diag *diag, const struct message *message) {
    size_t mask = diag->slot_count - 1;
    for (size_t i = message_hash(message) & mask;; i = (i + 1) & mask) {
        uint32_t *slot = &diag->slots[i];
        if (*slot == 0 || message_same(&diag->messages.at[*slot - 1], message))
            return slot;
    }
}

static void slots_double(struct diag *diag) {
    diag->slot_count = diag->slot_count ? diag->slot_count * 2 : 64;
    diag->slots = arena_make(diag->arena, uint32_t, diag->slot_count);
    for (size_t i = 0; i < diag->messages.count; i++)
        *slot_of(diag, &diag->messages.at[i]) = (uint32_t)i + 1;
}

/* `message` may hold borrowed strings: they are copied once it is known to be new. */
static void add(struct diag *diag, struct message message) {
    if (diag->messages.count * 2 >= diag->slot_count)
        slots_double(diag);
    uint32_t *slot = slot_of(diag, &message);
    if (*slot)
        return;
    message.text = str_copy(diag->arena, message.text);
    message.hint = str_copy(diag->arena, message.hint);
    array_push(&diag->messages, diag->arena, message);
    *slot = (uint32_t)diag->messages.count;
    diag->faults += message.severity == SEVERITY_FAULT;
}

__attribute__((format(printf, 5, 0))) static void
add_printed(struct diag *diag, enum severity severity, struct span span, const char *hint,
            const char *format, va_list arguments) {
    char *text = NULL;
    int length = vasprintf(&text, format, arguments);
    if (length < 0)
        memory_exhausted();
    add(diag, (struct message){severity, span, {text, (size_t)length}, str_from(hint)});
    free(text);
}

void diag_fault(struct diag *diag, struct span span, const char *hint, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add_printed(diag, SEVERITY_FAULT, span, hint, format, arguments);
    va_end(arguments);
}

void diag_warn(struct diag *diag, struct span span, const char *hint, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add_printed(diag, SEVERITY_WARNING, span, hint, format, arguments);
    va_end(arguments);
}

void diag_merge(struct diag *into, const struct diag *from) {
    for (size_t i = 0; i < from->messages.count; i++)
        add(into, from->messages.at[i]);
}

size_t diag_faults(const struct diag *diag) {
    return diag->faults;
}

size_t diag_warnings(const struct diag *diag) {
    return diag->messages.count - diag->faults;
}

static int place_order(const struct message *a, const struct message *b) {
    int order = file_order(a->span.file, b->span.file);
    if (order == 0)
        order = (a->span.line > b->span.line) - (a->span.line < b->span.line);
    if (order == 0)
        order = (a->span.column > b->span.column) - (a->span.column < b->span.column);
    return order;
}

/* Pointers into one array: those at the same place stay in order of arrival. */
static int by_place(const void *left, const void *right) {
    const struct message *a = *(const struct message *const *)left;
    const struct message *b = *(const struct message *const *)right;
    int order = place_order(a, b);
    return order ? order : (a > b) - (a < b);
}

const struct message *diag_sorted(struct diag *diag, size_t *count) {
    *count = diag->messages.count;
    const struct message **order = arena_make(diag->arena, const struct message *, *count);
    for (size_t i = 0; i < *count; i++)
        order[i] = &diag->messages.at[i];
    qsort(order, *count, sizeof *order, by_place);
    struct message *sorted = arena_make(diag->arena, struct message, *count);
    for (size_t i = 0; i < *count; i++)
        sorted[i] = *order[i];
    return sorted;
}

static void message_print(const struct message *message, FILE *out) {
    if (message->span.file && message->span.line)
        fprintf(out, "%s:%u:%u: ", message->span.file, message->span.line, message->span.column);
    else if (message->span.file)
        fprintf(out, "%s: ", message->span.file);
    fprintf(out, "%s: %.*s\n", message->severity == SEVERITY_FAULT ? "fault" : "warning",
            STR_ARGS(message->text));
    if (message->hint.length)
        fprintf(out, "    %.*s\n", STR_ARGS(message->hint));
}

void diag_print(struct diag *diag, FILE *out) {
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    for (size_t i = 0; i < count; i++)
        message_print(&messages[i], out);
}
