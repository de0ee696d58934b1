import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'

export default defineConfig({
  plugins: [react()],
  // 5173 belongs to the back office, which runs beside the shop.
  server: {
    port: 5174,
    strictPort: true,
  },
})
