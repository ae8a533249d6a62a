#include "layout/column.h"

size_t figures_before(const struct strip *strips, size_t before, uint8_t count) {
    for (; count > 0; count--)
        do
            before--;
        while (strips[before].floats == 0);
    return before;
}

struct cursor column_begin(const struct breaks_request *request, const struct column *column,
                           sp *repeat_top) {
    const struct strip *strips = request->strips;
    struct cursor cursor = {.head = true};
    for (size_t i = figures_before(strips, column->start, column->floats); i < column->start; i++)
        if (strips[i].floats > 0 || cursor.figure > 0)
            cursor_put(&cursor, &strips[i], request->grid);
    const struct repeat *repeat = column->start < column->end ? strips[column->start].repeat : NULL;
    if (!repeat)
        return cursor;
    sp top = strip_top(&repeat->strips[0], cursor.y + cursor.white, cursor.head, request->grid);
    if (repeat_top)
        *repeat_top = top;
    return (struct cursor){.y = top + repeat->height};
}

static sp used(const struct breaks_request *request, const struct column *column) {
    struct cursor cursor = column_begin(request, column, NULL);
    for (size_t i = column->start; i < column->end; i++)
        if (column_defers(column, request->strips, i))
            i += request->strips[i].floats - 1U;
        else
            cursor_put(&cursor, &request->strips[i], request->grid);
    return cursor.y;
}

void column_measure(const struct breaks_request *request, struct column *column) {
    sp notes = notes_height(request->strips, column->notes, column->notes_end);
    column->used = used(request, column);
    column->foot = notes > 0 ? request->note_gap + notes : 0;
}

size_t column_tail(const struct strip *strips, size_t start, size_t end) {
    size_t tail = end;
    while (tail > start && !strips[tail - 1].snap)
        tail--;
    bool parted = tail > start && tail < end && strips[tail].above > 0 &&
                  strips[tail - 1].penalty < BREAK_NEVER;
    return parted ? tail : end;
}

sp column_height(const struct breaks_request *request, const struct columns *columns,
                 const struct column *column) {
    return request->height - (column->page == 0 ? columns->prefix_height : 0);
}
