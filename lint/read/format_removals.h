#pragma once

#include <string_view>

#include "lint/read/document.h"

namespace corslint {

/// Sets `text.removal` of each item of a list that is written between brackets in `text`: the item
/// with the comma that follows it and the blanks after that, the whole line where nothing else
/// stands on it; for the last item the comma before it. Comments stay, so an item with a comment
/// between it and its comma has no removal.
void set_removals(std::string_view text, Value& list);

}  // namespace corslint
