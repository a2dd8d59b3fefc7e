// The disk beneath the whole program, SQLite too: full after so many octets, or the process killed at a call
// that writes. Nothing happens until it is told to. Only regular files are meant, not the program's own
// output.
#pragma once

namespace dekko::frail_disk {

// SIGKILL at this call from now on; in the midst of it every other time.
void kill_after(long calls);
// ENOSPC once so many octets were written.
void fill_after(long octets);
void heal();
bool was_full();  // since fill_after()

}  // namespace dekko::frail_disk
